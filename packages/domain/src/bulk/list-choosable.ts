import type { ShopContext } from "../context.ts";
import { type ListReturns, listReturns, type ReturnRow } from "../return/list-returns.ts";
import { mostAtOnce } from "./bulk.ts";

/**
 * Everything a list shows, words and filters and all, that nothing was paid for yet: with its amounts, so that their sum
 * is named before anything moves. As many as one batch takes; `more` when the list goes on.
 */
export async function listChoosable(
  ctx: ShopContext,
  list: Omit<ListReturns, "after" | "before" | "limit">,
): Promise<{ rows: ReturnRow[]; more: boolean }> {
  const rows: ReturnRow[] = [];
  let after: string | undefined;
  do {
    const page = await listReturns(ctx, { ...list, after, limit: 100 });
    rows.push(...page.rows.filter(({ creditState }) => creditState === "none"));
    after = page.next ?? undefined;
  } while (after && rows.length < mostAtOnce);
  return { rows: rows.slice(0, mostAtOnce), more: after !== undefined || rows.length > mostAtOnce };
}
