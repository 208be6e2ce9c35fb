import { eq, type Transaction, tables } from "@kept/database";
import { type Granted, ShopifyUnavailable } from "@kept/shopify";
import { continueLegs } from "../issuance/continue-legs.ts";
import { membershipIn } from "../organization/members.ts";
import { organizationContext } from "../organization/organization-context.ts";
import { allowed } from "../organization/roles.ts";
import { ok, type Result, refused } from "../result.ts";
import { acrossAllShops, type Tools } from "../tools.ts";
import { connectUsing } from "./connect-shop.ts";
import { workerContext } from "./find-shop.ts";
import { keepPending, pendingGrant, usePending } from "./pending-connection.ts";

export type Arrived =
  /** The shop is connected, and has the new tokens. */
  | { readonly kind: "connected"; readonly handle: string }
  /** A member has to say which organization the shop joins. The key goes into this browser's cookie, nowhere else. */
  | { readonly kind: "pending"; readonly key: string };

/**
 * A merchant consented. A shop that is connected and was never removed gets its new tokens at once: whose it is does
 * not change by it. So does one whose own member stands here. Any other waits for a member's word, so that nobody's
 * shop is bound to somebody else's account by following a link.
 */
export async function arriveFromShopify(
  tools: Tools,
  input: { granted: Granted; userId: string | null },
): Promise<Arrived> {
  const { granted, userId } = input;
  const known = await ownerOf(tools, granted.shop);
  if (!known) return { kind: "pending", key: await keepPending(tools, granted) };
  const membership = userId ? await membershipIn(tools, userId, known.handle) : null;
  const own =
    membership?.organization.id === known.organizationId && allowed(membership.role, "change_policy");
  if (known.removed && !own) return { kind: "pending", key: await keepPending(tools, granted) };
  await connect(tools, granted, known.organizationId);
  return { kind: "connected", handle: known.handle };
}

export type JoinRefusal = {
  readonly code: "NothingPending" | "NotAllowed" | "BelongsToAnother" | "ShopifyUnreachable";
};

/**
 * A member says which of their organizations the shop joins. What the shop granted is used up with it and not before:
 * while Shopify does not answer, it waits, and the member tries again.
 */
export async function joinShop(
  tools: Tools,
  input: { key: string | undefined; userId: string; organizationId: string },
): Promise<Result<{ handle: string }, JoinRefusal>> {
  const { key } = input;
  const granted = await pendingGrant(tools, key);
  if (!granted || !key) return refused("NothingPending");
  const organization = await organizationContext(tools, { ...input, requestId: "join" });
  if (!organization || !allowed(organization.role, "change_policy")) return refused("NotAllowed");
  const known = await ownerOf(tools, granted.shop);
  if (known && known.organizationId !== input.organizationId) return refused("BelongsToAnother");
  try {
    const shop = await connect(tools, granted, input.organizationId, (tx) => usePending(tx, key));
    return shop ? ok({ handle: shop.handle }) : refused("NothingPending");
  } catch (error) {
    if (!(error instanceof ShopifyUnavailable)) throw error;
    tools.log.warn({ err: error, domain: granted.shop }, "A shop that joins could not be read");
    return refused("ShopifyUnreachable");
  }
}

/** Connects, and takes up what stood still while Kept was not installed. */
async function connect(
  tools: Tools,
  granted: Granted,
  organizationId: string,
  use: (tx: Transaction) => Promise<boolean> = async () => true,
) {
  const { shop: domain, accessToken, refreshToken, expiresAt, refreshExpiresAt, scopes } = granted;
  const tokens = { accessToken, refreshToken, expiresAt, refreshExpiresAt };
  const shop = await connectUsing(tools, { organizationId, domain, scopes, ...tokens }, use);
  const ctx = shop && (await workerContext(tools, shop.id));
  if (ctx) await continueLegs(ctx);
  return shop;
}

/** Across shops, because the shop is what is being looked for. */
async function ownerOf(tools: Tools, domain: string) {
  const { installations, shops } = tables;
  const [row] = await acrossAllShops(tools, (tx) =>
    tx
      .select({
        handle: shops.handle,
        organizationId: shops.organizationId,
        uninstalledAt: installations.uninstalledAt,
      })
      .from(shops)
      .leftJoin(installations, eq(installations.shopId, shops.id))
      .where(eq(shops.domain, domain)),
  );
  return row ? { ...row, removed: row.uninstalledAt !== null } : null;
}
