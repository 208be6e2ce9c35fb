export {
  asDay,
  type CreditFilter,
  type CreditStanding,
  creditStates,
} from "./credit-filter.ts";
export { exportCredits, exportJournal } from "./csv.ts";
export type { Export } from "./csv-line.ts";
export type { CreditUsed, Week } from "./figures.ts";
export { foldAllFigures, foldFigures } from "./fold-figures.ts";
export { type HomeFigures, homeFigures } from "./home-figures.ts";
export { type Liability, liability } from "./liability.ts";
export {
  type CreditRow,
  type CreditTotals,
  creditCurrencies,
  listCredits,
  sumCredits,
} from "./list-credits.ts";
export { exportReturns } from "./returns-csv.ts";
export { shopDay } from "./shop-day.ts";
