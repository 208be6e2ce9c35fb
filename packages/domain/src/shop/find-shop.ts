import { eq, tables } from "@kept/database";
import { type Actor, type ShopContext, shopContext } from "../context.ts";
import { membershipIn } from "../organization/members.ts";
import type { Role } from "../organization/roles.ts";
import { acrossAllShops, type Tools } from "../tools.ts";
import { accessColumns } from "./access.ts";
import { shopFromRow } from "./shop.ts";

/** The shop behind a portal address, with a customer asking. Null when there is none. */
export async function customerContext(
  tools: Tools,
  handle: string,
  options: { requestId: string; name?: string },
): Promise<ShopContext | null> {
  const actor: Actor = { kind: "customer", name: options.name ?? "Customer" };
  return shopWhere(tools, eq(tables.shops.handle, handle), actor, options.requestId);
}

export interface MemberContext extends ShopContext {
  readonly role: Role;
  readonly organization: { readonly id: string; readonly name: string; readonly kind: "merchant" | "agency" };
}

/** A member in a shop they can reach. Null, the same null, for a shop that is not theirs and one that is not there. */
export async function memberContext(
  tools: Tools,
  input: { userId: string; handle: string; requestId: string; ip?: string | null },
): Promise<MemberContext | null> {
  const membership = await membershipIn(tools, input.userId, input.handle);
  if (!membership) return null;
  const { user, role, organization } = membership;
  const actor: Actor = { kind: "member", userId: user.id, name: user.name ?? user.email, email: user.email };
  const shop = shopFromRow(membership.shop, tools);
  const { id, name, kind } = organization;
  return {
    ...shopContext(tools, shop, actor, { role, requestId: input.requestId, ip: input.ip ?? null }),
    role,
    organization: { id, name, kind },
  };
}

/** The worker in the shop a job names. Null when the shop is gone. */
export async function workerContext(tools: Tools, shopId: string): Promise<ShopContext | null> {
  return shopWhere(tools, eq(tables.shops.id, shopId), { kind: "system", name: "worker" });
}

/** Whoever acts in a shop's Shopify admin: Shopify does not say who it was. */
export const shopifyAdmin: Actor = { kind: "shopify", name: "Shopify admin" };

/** A person acting in a shop's Shopify admin, as a webhook or a comparison tells of it. Null when there is no such shop. */
export async function shopifyContext(tools: Tools, domain: string): Promise<ShopContext | null> {
  return shopWhere(tools, eq(tables.shops.domain, domain), shopifyAdmin);
}

/**
 * Across shops, because the shop is what is being looked for. Nearly everything that begins with a shop goes on to speak
 * to Shopify: the token comes along, sealed as it is kept.
 */
async function shopWhere(
  tools: Tools,
  condition: ReturnType<typeof eq>,
  actor: Actor,
  requestId?: string,
): Promise<ShopContext | null> {
  const { shops, installations, shopKeys } = tables;
  const found = await acrossAllShops(tools, (tx) =>
    tx
      .select({ shop: shops, ...accessColumns })
      .from(shops)
      .leftJoin(installations, eq(installations.shopId, shops.id))
      .leftJoin(shopKeys, eq(shopKeys.shopId, shops.id))
      .where(condition),
  );
  const [first] = found;
  if (!first) return null;
  return shopContext(tools, shopFromRow(first.shop, tools), actor, {
    found,
    ...(requestId && { requestId }),
  });
}
