import { money, toDecimal } from "@kept/money";
import type { Dice } from "./dice.ts";

const currencies = ["USD", "EUR", "JPY", "KWD"] as const;
type Currency = (typeof currencies)[number];

/** An order somebody could have placed: prices, discounts, taxes, parcels, payments, and what came back before. */
export function anyDescribedOrder(dice: Dice, number: number): object {
  const currency = dice.one(currencies);
  const lines = dice.some(1, 5, () => anyLine(dice, currency));
  const left = lines.reduce((sum, line) => sum + line.worth, 0n);
  const taxes = anyTaxes(dice);
  const bought = lines.map(({ worth: _, ...line }) => line);
  const sent = parcels(dice, bought);
  const before = past(dice, bought, sent[0]?.lines ?? [], { currency, left });
  return {
    number,
    customer: "ada",
    createdAt: "-20d",
    presentment: { currency, rate: "1" },
    taxesIncluded: dice.percent(50),
    taxes,
    lines: bought,
    discounts: dice.percent(40) ? [discount(dice, currency, left, 60)] : [],
    shipping: dice.percent(60) ? { price: decimal(dice.number(0, 2_000), currency) } : null,
    fulfillments: sent,
    ...(dice.percent(25) && { transactions: twoPayments(dice, currency, left) }),
    ...before,
  };
}

interface Line {
  readonly title: string;
  readonly quantity: number;
  readonly unitPrice: string;
  readonly discount?: object;
  readonly taxes?: readonly object[];
}

function anyLine(dice: Dice, currency: Currency): Line & { worth: bigint } {
  const quantity = dice.number(1, 6);
  const price = dice.percent(20) ? dice.number(1, 30) : dice.number(100, 30_000);
  const all = BigInt(price) * BigInt(quantity);
  const off = dice.percent(35) ? (all * BigInt(dice.number(1, 100))) / 100n : 0n;
  return {
    title: `Piece ${dice.number(1, 9_999)}`,
    quantity,
    unitPrice: decimal(price, currency),
    ...(off > 0n && { discount: { title: "Markdown", amount: decimal(off, currency) } }),
    ...(dice.percent(10) && { taxes: [] }),
    worth: all - off,
  };
}

const rates = ["0.05", "0.06625", "0.07", "0.08875", "0.1", "0.19", "0.25"] as const;

function anyTaxes(dice: Dice): { title: string; rate: string }[] {
  if (dice.percent(20)) return [];
  const tax = (title: string) => ({ title, rate: dice.one(rates) });
  return dice.percent(20) ? [tax("State"), tax("City")] : [tax("Tax")];
}

function discount(dice: Dice, currency: Currency, left: bigint, most: number) {
  const amount = (left * BigInt(dice.number(0, most))) / 100n;
  return { title: "Code", code: "CODE", amount: decimal(amount, currency) };
}

/** Everything in one parcel, or the second half of a line in a later one, or a line that is still on its way out. */
function parcels(dice: Dice, lines: readonly Line[]) {
  const sent = lines.map(({ quantity }, line) => ({ line, quantity })).filter(() => !dice.percent(8));
  const late = sent.filter(({ quantity }) => quantity > 1 && dice.percent(20));
  const early = sent.map((part) =>
    late.includes(part) ? { ...part, quantity: Math.ceil(part.quantity / 2) } : part,
  );
  const rest = late.map(({ line, quantity }) => ({ line, quantity: Math.floor(quantity / 2) }));
  return [
    ...(early.length > 0 ? [{ lines: early, at: "-18d", deliveredAt: "-15d" }] : []),
    ...(rest.length > 0 ? [{ lines: rest, at: "-16d", deliveredAt: "-12d" }] : []),
  ];
}

function twoPayments(dice: Dice, currency: Currency, left: bigint) {
  const part = (left * BigInt(dice.number(1, 30))) / 100n;
  const gateway = dice.one(["gift_card", "shopify_store_credit"]);
  const first = part > 0n ? [{ gateway, amount: decimal(part, currency) }] : [];
  return [...first, { amount: "rest" }];
}

/** What happened before: units refunded, money given back for nothing, a return that was declined or still waits. */
function past(
  dice: Dice,
  lines: readonly Line[],
  sent: readonly Part[],
  { currency, left }: { currency: Currency; left: bigint },
): object {
  const happened = dice.number(1, 100);
  const some = (parts: readonly Part[]) => {
    const { line, quantity } = dice.one(parts);
    return [{ line, quantity: dice.number(1, quantity) }];
  };
  if (happened <= 30) {
    const parts = some(lines.map(({ quantity }, line) => ({ line, quantity })));
    return { refunds: [{ at: "-8d", lines: parts }] };
  }
  if (happened <= 38) {
    const amount = decimal((left * BigInt(dice.number(1, 25))) / 100n, currency);
    return { refunds: [{ at: "-8d", lines: [], amount }] };
  }
  if (happened <= 52 && sent.length > 0) {
    const status = dice.one(["DECLINED", "OPEN"]);
    return { returns: [{ at: "-5d", status, lines: some(sent) }] };
  }
  return {};
}

interface Part {
  readonly line: number;
  readonly quantity: number;
}

function decimal(minor: bigint | number, currency: Currency): string {
  return toDecimal(money(BigInt(minor), currency));
}
