import { inArray, sql, tables } from "@kept/database";
import { type Money, money } from "@kept/money";
import { missingScopes } from "@kept/shopify";
import { type ReachableShop, shopsOf } from "../organization/members.ts";
import { acrossAllShops, type Tools } from "../tools.ts";

const { installations, ledgerEntries, shops } = tables;

/** How a shop stands, worst first: what keeps money from moving or being spent there. */
export const shopHealths = [
  "disconnected",
  "permissions_missing",
  "paused",
  "credit_off",
  "unchecked",
  "well",
] as const;
export type ShopHealth = (typeof shopHealths)[number];

export interface ShopOverview extends ReachableShop {
  readonly health: ShopHealth;
  /** When Shopify was last asked how the shop stands. */
  readonly checkedAt: Date | null;
  /** Credit given since the first of the month in the shop's time zone, per currency; the shop's own first. */
  readonly issuedThisMonth: readonly Money[];
  /** What customers can still spend, per currency; the shop's own first. */
  readonly unspent: readonly Money[];
}

/** Every shop a person reaches, with what an agency watches. About many shops, and only those the person reaches. */
export async function shopsOverview(tools: Tools, userId: string): Promise<ShopOverview[]> {
  const reachable = await shopsOf(tools, userId);
  if (reachable.length === 0) return [];
  const handles = reachable.map(({ handle }) => handle);
  const { states, sums } = await acrossAllShops(tools, async (tx) => {
    const states = await tx
      .select({ shop: shops, scopes: installations.scopes, uninstalledAt: installations.uninstalledAt })
      .from(shops)
      .leftJoin(installations, sql`${installations.shopId} = ${shops.id}`)
      .where(inArray(shops.handle, handles));
    const ids = states.map(({ shop }) => shop.id);
    const monthStart = sql`(date_trunc('month', now() at time zone ${shops.timeZone}) at time zone ${shops.timeZone})`;
    const given = sql`${ledgerEntries.cause} in ('base', 'bonus') and ${ledgerEntries.postedAt} >= ${monthStart}`;
    const sums = await tx
      .select({
        shopId: ledgerEntries.shopId,
        currency: ledgerEntries.currency,
        issued: sql<string>`coalesce(sum(${ledgerEntries.amountMinor}) filter (where ${given}), 0)::text`,
        unspent: sql<string>`sum(${ledgerEntries.amountMinor})::text`,
      })
      .from(ledgerEntries)
      .innerJoin(shops, sql`${shops.id} = ${ledgerEntries.shopId}`)
      .where(sql`${inArray(ledgerEntries.shopId, ids)} and ${ledgerEntries.account} = 'customer_credit'`)
      .groupBy(ledgerEntries.shopId, ledgerEntries.currency)
      .orderBy(ledgerEntries.currency);
    return { states, sums };
  });
  return reachable.flatMap((shop) => {
    const state = states.find((each) => each.shop.handle === shop.handle);
    if (!state) return [];
    const ours = sums.filter(({ shopId }) => shopId === state.shop.id);
    const amounts = (pick: "issued" | "unspent") => ownFirst(ours, pick, shop.currency);
    return {
      ...shop,
      health: healthOf(state),
      checkedAt: state.shop.checkedAt,
      issuedThisMonth: amounts("issued"),
      unspent: amounts("unspent"),
    };
  });
}

/** The shop's own currency always, others where there is something. */
function ownFirst(
  sums: readonly { currency: string; issued: string; unspent: string }[],
  pick: "issued" | "unspent",
  own: string,
): Money[] {
  const found = sums.map((sum) => money(BigInt(sum[pick]), sum.currency));
  const others = found.filter(({ currency, minor }) => currency !== own && minor !== 0n);
  return [found.find(({ currency }) => currency === own) ?? money(0n, own), ...others];
}

function healthOf(state: {
  shop: typeof shops.$inferSelect;
  scopes: string[] | null;
  uninstalledAt: Date | null;
}): ShopHealth {
  if (!state.scopes || state.uninstalledAt) return "disconnected";
  if (missingScopes(state.scopes).length > 0) return "permissions_missing";
  if (state.shop.pausedAt) return "paused";
  if (state.shop.storeCreditEnabled === "no") return "credit_off";
  return state.shop.checkedAt ? "well" : "unchecked";
}
