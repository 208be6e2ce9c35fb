import type { ShopOverview } from "@kept/domain";
import { type Money, money, toDecimal } from "@kept/money";
import { stringify } from "csv-stringify/sync";

/**
 * One row a shop and currency: amounts are decimals without signs of their own, so that a column can be summed for a
 * currency. Texts that a spreadsheet would take for a formula are made harmless.
 */
export function shopsCsv(shops: readonly ShopOverview[]): string {
  const rows = shops.flatMap((shop) => {
    const { handle, name, organization, via, role, health, waiting, toIssue, inReview } = shop;
    return currenciesOf(shop).map((currency, index) => ({
      shop: name,
      handle,
      organization,
      reached: via === "own" ? "own" : "client",
      role,
      connection: health,
      // Counts are the shop's, not a currency's: they stand once.
      requests_waiting: index === 0 ? waiting : "",
      to_issue: index === 0 ? toIssue : "",
      failures: index === 0 ? inReview : "",
      currency,
      issued_this_month: decimal(shop.issuedThisMonth, currency),
      unspent: decimal(shop.unspent, currency),
    }));
  });
  return stringify(rows, { header: true, bom: true, escape_formulas: true, columns: [...columns] });
}

const columns = [
  "shop",
  "handle",
  "organization",
  "reached",
  "role",
  "connection",
  "requests_waiting",
  "to_issue",
  "failures",
  "currency",
  "issued_this_month",
  "unspent",
] as const;

function currenciesOf({ currency, issuedThisMonth, unspent }: ShopOverview): string[] {
  return [...new Set([currency, ...[...issuedThisMonth, ...unspent].map((sum) => sum.currency)])];
}

function decimal(sums: readonly Money[], currency: string): string {
  return toDecimal(sums.find((sum) => sum.currency === currency) ?? money(0n, currency));
}
