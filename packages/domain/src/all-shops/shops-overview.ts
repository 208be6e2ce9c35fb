import { eq, inArray, inOneBreath, preferIndexes, tables } from "@kept/database";
import { type Money, money } from "@kept/money";
import { missingScopes } from "@kept/shopify";
import { type ReachableShop, shopsOf } from "../organization/members.ts";
import { type CreditsOfShop, creditsAmong } from "../report/credits-among.ts";
import { acrossAllShops, type Tools } from "../tools.ts";

const { installations, shops } = tables;

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
  /** Credit that arrived since the first of the month in the shop's time zone, per currency; the shop's own first. */
  readonly issuedThisMonth: readonly Money[];
  /** What customers can still spend, per currency; the shop's own first. */
  readonly unspent: readonly Money[];
}

/**
 * Every shop a person reaches, with what an agency watches; what waits is counted to one more than `countedTo`. About many
 * shops, and only those the person reaches.
 */
export async function shopsOverview(
  tools: Tools,
  userId: string,
  { countedTo }: { countedTo: number },
): Promise<ShopOverview[]> {
  const reachable = await shopsOf(tools, userId, { countedTo });
  if (reachable.length === 0) return [];
  const among = inArray(
    shops.handle,
    reachable.map(({ handle }) => handle),
  );
  const [states, , sums] = await acrossAllShops(tools, (tx) =>
    inOneBreath([
      () =>
        tx
          .select({ shop: shops, scopes: installations.scopes, uninstalledAt: installations.uninstalledAt })
          .from(shops)
          .leftJoin(installations, eq(installations.shopId, shops.id))
          .where(among),
      () => preferIndexes(tx),
      () => creditsAmong(tx, among),
    ]),
  );
  const stateOf = new Map(states.map((state) => [state.shop.handle, state]));
  const sumsOf = Map.groupBy(sums, ({ shopId }) => shopId);
  return reachable.flatMap((shop) => {
    const state = stateOf.get(shop.handle);
    if (!state) return [];
    const ours = sumsOf.get(state.shop.id) ?? [];
    return {
      ...shop,
      health: healthOf(state),
      checkedAt: state.shop.checkedAt,
      issuedThisMonth: ownFirst(ours, "issued", shop.currency),
      unspent: ownFirst(ours, "unspent", shop.currency),
    };
  });
}

/** The shop's own currency always, others where there is something. */
function ownFirst(sums: readonly CreditsOfShop[], pick: "issued" | "unspent", own: string): Money[] {
  const found = sums.map((sum) => money(sum[pick], sum.currency));
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
