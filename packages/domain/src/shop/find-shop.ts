import { eq, tables } from "@kept/database";
import { type Actor, type ShopContext, shopContext } from "../context.ts";
import { membershipIn } from "../organization/members.ts";
import type { Role } from "../organization/roles.ts";
import { acrossAllShops, type Tools } from "../tools.ts";
import { shopFromRow } from "./shop.ts";

/** The shop behind a portal address, with a customer asking. Null when there is none. */
export async function customerContext(
  tools: Tools,
  handle: string,
  options: { requestId: string; name?: string },
): Promise<ShopContext | null> {
  const row = await shopRow(tools, eq(tables.shops.handle, handle));
  if (!row) return null;
  const actor: Actor = { kind: "customer", name: options.name ?? "Customer" };
  return shopContext(tools, shopFromRow(row, tools), actor, { requestId: options.requestId });
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
  const row = await shopRow(tools, eq(tables.shops.id, shopId));
  return row ? shopContext(tools, shopFromRow(row, tools), { kind: "system", name: "worker" }) : null;
}

/** Whoever acts in a shop's Shopify admin: Shopify does not say who it was. */
export const shopifyAdmin: Actor = { kind: "shopify", name: "Shopify admin" };

/** A person acting in a shop's Shopify admin, as a webhook or a comparison tells of it. Null when there is no such shop. */
export async function shopifyContext(tools: Tools, domain: string): Promise<ShopContext | null> {
  const row = await shopRow(tools, eq(tables.shops.domain, domain));
  return row ? shopContext(tools, shopFromRow(row, tools), shopifyAdmin) : null;
}

/** Across shops, because the shop is what is being looked for. */
function shopRow(tools: Tools, condition: ReturnType<typeof eq>) {
  return acrossAllShops(tools, async (tx) => {
    const [row] = await tx.select().from(tables.shops).where(condition).limit(1);
    return row;
  });
}
