import { add, type Money, toDecimal, zero } from "@kept/money";
import { audit } from "../audit/index.ts";
import type { ShopContext } from "../context.ts";
import { allowed } from "../organization/roles.ts";
import { ok, type Refusal, type Result, refused } from "../result.ts";
import { asDay, type CreditFilter } from "./credit-filter.ts";
import { type Export, heading, line } from "./csv-line.ts";
import { type JournalLine, journal } from "./journal.ts";
import { type CreditRow, listCredits } from "./list-credits.ts";
import { shopDay } from "./shop-day.ts";

type Refused = Refusal<"NotAllowed" | "Invalid">;

/** Every credit that matches, and a line per currency that adds up to them. */
export function exportCredits(ctx: ShopContext, filter: CreditFilter): Result<Export, Refused> {
  if (!allowed(ctx.role, "export")) return refused("NotAllowed");
  return ok({ name: `credits-${ctx.shop.handle}-${today(ctx)}.csv`, text: creditLines(ctx, filter) });
}

async function* creditLines(ctx: ShopContext, filter: CreditFilter): AsyncGenerator<string> {
  await ctx.inShop((tx) => audit(tx, ctx, { act: "export.credits", after: filter }));
  yield heading(
    "Return",
    "Order",
    "Customer",
    "E-mail",
    `Issued (${ctx.shop.timeZone})`,
    "State",
    "Currency",
    "Refund",
    "Bonus",
    "Spent",
    "Expired",
    "Taken back",
    "Left",
    "Next expiry",
  );
  // Added up as they are written: money moves meanwhile, and the last line is to be the sum of those above it.
  const totals = new Map<string, { count: number; amounts: readonly Money[] }>();
  for (let after: string | null | undefined; after !== null; ) {
    const page = await listCredits(ctx, { ...filter, limit: 1000, ...(after && { after }) });
    for (const row of page.rows) {
      const { currency } = row.base;
      const amounts = amountsOf(row);
      const sums = totals.get(currency) ?? { count: 0, amounts: amounts.map(() => zero(currency)) };
      totals.set(currency, {
        count: sums.count + 1,
        amounts: sums.amounts.map((sum, i) => add(sum, amounts[i] ?? zero(currency))),
      });
      yield line(
        `R-${row.number}`,
        row.orderName,
        row.customerName,
        row.customerEmail,
        shopDay(ctx, row.issuedAt),
        row.state,
        currency,
        ...amounts.map(toDecimal),
        row.expiresAt ? shopDay(ctx, row.expiresAt) : "",
      );
    }
    after = page.next;
  }
  for (const [currency, { count, amounts }] of [...totals].sort()) {
    const credits = count === 1 ? "1 credit" : `${count} credits`;
    yield line("Total", "", "", "", "", credits, currency, ...amounts.map(toDecimal), "");
  }
}

function amountsOf({ base, bonus, spent, expired, takenBack, left }: CreditRow): Money[] {
  return [base, bonus, spent, expired, takenBack, left];
}

/** The journal of a period in double entry: debits equal credits in every posting, and in all. */
export function exportJournal(
  ctx: ShopContext,
  period: { from?: string | undefined; to?: string | undefined },
): Result<Export, Refused> {
  if (!allowed(ctx.role, "export")) return refused("NotAllowed");
  const [from, to] = [asDay(period.from), asDay(period.to)];
  if (!from || !to || from > to) return refused("Invalid");
  const name = `journal-${ctx.shop.handle}-${from}-${to}.csv`;
  return ok({ name, text: journalLines(ctx, { from, to }) });
}

async function* journalLines(ctx: ShopContext, period: { from: string; to: string }): AsyncGenerator<string> {
  await ctx.inShop((tx) => audit(tx, ctx, { act: "export.journal", detail: period }));
  yield heading(
    `Date (${ctx.shop.timeZone})`,
    "Posting",
    "Account",
    "What",
    "Currency",
    "Debit",
    "Credit",
    "Return",
    "Customer",
    "Shopify record",
    "By",
    "Reason",
  );
  const totals = new Map<string, { debit: bigint; credit: bigint }>();
  for (let after: string | null | undefined; after !== null; ) {
    const page = await journal(ctx, { ...period, ...(after && { after }) });
    for (const each of page.lines) {
      const { minor, currency } = each.amount;
      const sums = totals.get(currency) ?? { debit: 0n, credit: 0n };
      if (minor < 0n) sums.debit -= minor;
      else sums.credit += minor;
      totals.set(currency, sums);
      yield journalLine(each);
    }
    after = page.next;
  }
  for (const [currency, { debit, credit }] of [...totals].sort()) {
    const [left, right] = [debit, credit].map((minor) => toDecimal({ minor, currency }));
    yield line("Total", "", "", "", currency, left ?? "", right ?? "", "", "", "", "", "");
  }
}

/** What an account gets is its credit, what it gives is its debit: the customers' credit is owed, so it grows on the right. */
function journalLine(each: JournalLine): string {
  const { minor, currency } = each.amount;
  const size = toDecimal({ minor: minor < 0n ? -minor : minor, currency });
  return line(
    each.day,
    each.postingId,
    accountNames[each.account],
    sayCause(each.cause),
    currency,
    minor < 0n ? size : "",
    minor < 0n ? "" : size,
    each.returnNumber === null ? "" : `R-${each.returnNumber}`,
    each.customerGid,
    each.remoteGid,
    each.actor === "worker" ? "Kept" : each.actor,
    each.reason,
  );
}

const accountNames: Record<JournalLine["account"], string> = {
  customer_credit: "Store credit owed to customers",
  refunds: "Refunds of goods",
  bonus_cost: "Bonus cost",
  redemptions: "Store credit spent",
  breakage: "Store credit expired",
  foreign: "Given and taken by others",
  original_payment: "Refunds to the original payment",
  opening: "Opening balances",
};

/** What a posting books, for people who never saw the code. What undoes another one is called like it. */
function sayCause(cause: string): string {
  const undone = cause.endsWith("_undone");
  const of = undone ? cause.slice(0, -"_undone".length) : cause;
  const words = causeNames[of] ?? of.replaceAll("_", " ");
  return undone ? `${words} (undone)` : words;
}

const causeNames: Readonly<Record<string, string>> = {
  base: "Refund",
  bonus: "Bonus",
  reversal: "Credit taken back",
  repayment: "Repaid to the original payment",
  spent: "Spent on an order",
  spent_returned: "Spent credit returned",
  by_others: "By staff or another app",
  by_others_returned: "By staff or another app (returned)",
  expired_base: "Refund expired",
  expired_bonus: "Bonus expired",
  expired_other: "Credit of others expired",
  opening: "Opening balance",
};

function today(ctx: ShopContext): string {
  return shopDay(ctx, ctx.clock.now());
}
