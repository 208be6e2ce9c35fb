import type { Money } from "@kept/money";
import { lastDigits, readCreditAccount, readCreditAccounts } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { findReturn } from "../return/records.ts";
import { unlessUnreachable } from "../shop/reach.ts";
import type { KnownBalance } from "./credit-view.ts";

/**
 * What the customer of a return can spend in its currency, as Shopify says it now. Null when there is no customer, or
 * Shopify cannot be asked: then the balance on record stands, with its time.
 */
export async function liveBalance(
  ctx: ShopContext,
  input: { number: number },
): Promise<{ balance: Money; accountLastDigits: string | null } | null> {
  const record = await ctx.inShop((tx) => findReturn(tx, ctx, input.number));
  if (!record?.customerGid) return null;
  const which = { customerId: record.customerGid, currency: record.currency };
  const read = await unlessUnreachable(ctx, async () => readCreditAccount(await ctx.admin(), which));
  if (!read?.value.customerExists) return null;
  const { balance, accountId } = read.value;
  return { balance, accountLastDigits: accountId && lastDigits(accountId) };
}

/** What is known of these accounts, with the balance Shopify says now; as it is where Shopify says nothing `withinMs`. */
export async function balancesNow<Known extends KnownBalance>(
  ctx: ShopContext,
  known: readonly Known[],
  { withinMs }: { withinMs: number },
): Promise<Known[]> {
  const ids = known.flatMap(({ accountGid }) => accountGid ?? []);
  if (ids.length === 0) return [...known];
  const read = await unlessUnreachable(ctx, async () =>
    readCreditAccounts(await ctx.admin(), ids, { deadlineMs: withinMs }),
  );
  const now = new Map(read?.value.map(({ accountId, balance }) => [accountId, balance]));
  return known.map((each) => ({ ...each, balance: now.get(each.accountGid ?? "") ?? each.balance }));
}
