import { add, type Money, toDecimal, zero } from "@kept/money";
import { audit } from "../audit/index.ts";
import type { ShopContext } from "../context.ts";
import { allowed } from "../organization/roles.ts";
import { currentPolicy, type Reason, reasonLabel } from "../policy/index.ts";
import { ok, type Result, refused } from "../result.ts";
import { type ListReturns, listReturns, type ReturnRow } from "../return/list-returns.ts";
import { type Export, heading, line } from "./csv-line.ts";
import { shopDay } from "./shop-day.ts";

type Wanted = Omit<ListReturns, "after" | "before" | "limit">;

/** Every return a list shows, and a line per currency that adds up to them; what was refused is worth nothing. */
export function exportReturns(
  ctx: ShopContext,
  list: Wanted,
): Result<Export, { readonly code: "NotAllowed" }> {
  if (!allowed(ctx.role, "export")) return refused("NotAllowed");
  const name = `returns-${ctx.shop.handle}-${shopDay(ctx, ctx.clock.now())}.csv`;
  return ok({ name, text: returnLines(ctx, list) });
}

async function* returnLines(ctx: ShopContext, list: Wanted): AsyncGenerator<string> {
  await ctx.inShop((tx) => audit(tx, ctx, { act: "export.returns", after: list }));
  const { reasons } = (await currentPolicy(ctx)).policy;
  yield heading(
    "Return",
    "Order",
    "Customer",
    "E-mail",
    `Requested (${ctx.shop.timeZone})`,
    "Items",
    "Reasons",
    "Resolution",
    "Status",
    "Payment",
    "Currency",
    "Refund",
    "Bonus",
    "Total",
  );
  const totals = new Map<string, { count: number; base: Money; bonus: Money }>();
  for (let after: string | null | undefined; after !== null; ) {
    const page = await listReturns(ctx, { ...list, limit: 100, ...(after && { after }) });
    for (const row of page.rows) {
      const { currency } = row.total;
      const worth = worthOf(row);
      const sums = totals.get(currency) ?? { count: 0, base: zero(currency), bonus: zero(currency) };
      totals.set(currency, {
        count: sums.count + 1,
        base: add(sums.base, worth.base),
        bonus: add(sums.bonus, worth.bonus),
      });
      yield returnLine(ctx, row, reasons);
    }
    after = page.next;
  }
  for (const [currency, { count, base, bonus }] of [...totals].sort()) {
    const returns = count === 1 ? "1 return" : `${count} returns`;
    yield line("Total", "", "", "", "", "", "", "", returns, "", currency, ...amounts(base, bonus));
  }
}

function returnLine(ctx: ShopContext, row: ReturnRow, reasons: readonly Reason[]): string {
  const { base, bonus } = worthOf(row);
  const why = row.items.map(({ reason }) => (reason === null ? "" : reasonLabel(reasons, reason, "en")));
  return line(
    `R-${row.number}`,
    row.orderName,
    row.customerName,
    row.customerEmail,
    shopDay(ctx, row.requestedAt),
    row.items.map(({ quantity, title }) => `${quantity} × ${title}`).join("; "),
    [...new Set(why.filter(Boolean))].join("; "),
    inWords(row.resolution),
    inWords(row.status),
    paymentOf(row),
    base.currency,
    ...amounts(base, bonus),
  );
}

function paymentOf({ creditState, resolution }: ReturnRow): string {
  if (creditState === "none") return "";
  return creditState === "issued" && resolution === "original_payment" ? "refunded" : inWords(creditState);
}

function worthOf({ status, base, bonus }: ReturnRow): { base: Money; bonus: Money } {
  const nothing = zero(base.currency);
  return status === "declined" || status === "cancelled"
    ? { base: nothing, bonus: nothing }
    : { base, bonus };
}

function amounts(base: Money, bonus: Money): string[] {
  return [base, bonus, add(base, bonus)].map(toDecimal);
}

function inWords(name: string): string {
  return name.replaceAll("_", " ");
}
