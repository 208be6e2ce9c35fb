export { fractionDigits, fromDecimal, toDecimal } from "./decimal.ts";
export { formatMoney } from "./format.ts";
export type { Currency, Money } from "./money.ts";
export {
  add,
  compare,
  currency,
  equal,
  isCurrency,
  isZero,
  max,
  min,
  money,
  negate,
  subtract,
  sum,
  zero,
} from "./money.ts";
export { allocate, percentage, share } from "./share.ts";
export type { WireMoney } from "./wire.ts";
export { fromWire, toWire } from "./wire.ts";
