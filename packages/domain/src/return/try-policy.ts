import { type Order, ordersNamed, readOrder } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { allowed } from "../organization/roles.ts";
import type { Policy } from "../policy/index.ts";
import { newestPolicy } from "../policy/versions.ts";
import { type Verdict, verdict } from "../quote/index.ts";
import { ok, type Result, refused } from "../result.ts";
import { unlessUnreachable } from "../shop/reach.ts";
import { customerFacts } from "./customer-facts.ts";
import { unitsTaken, withoutUnits } from "./units-taken.ts";

export type TryPolicyRefusal = { readonly code: "NotAllowed" | "OrderNotFound" | "ShopifyUnreachable" };

/**
 * Given any order of the shop: what would be offered if its goods came back now for a reason, and which rule decided.
 * By the rules in force, or by others that are not saved yet. Nothing is kept and nobody hears of it.
 */
export async function tryPolicy(
  ctx: ShopContext,
  input: { orderName: string; reason: string | null; policy?: Policy },
): Promise<Result<{ order: Order; verdict: Verdict }, TryPolicyRefusal>> {
  if (!allowed(ctx.role, "read")) return refused("NotAllowed");
  const inForce = await ctx.inShop((tx) => newestPolicy(tx, ctx));
  const policy = { version: inForce.version, policy: input.policy ?? inForce.policy };
  const found = await unlessUnreachable(ctx, () => factsOf(ctx, input.orderName, policy.policy));
  if (!found) return refused("ShopifyUnreachable");
  if (!found.value) return refused("OrderNotFound");
  const { order, customer } = found.value;
  const { timeZone } = ctx.shop;
  const tried = { order, customer, policy, reason: input.reason, at: ctx.clock.now(), timeZone };
  return ok({ order, verdict: verdict(tried) });
}

async function factsOf(ctx: ShopContext, orderName: string, policy: Policy) {
  const admin = await ctx.admin();
  const [found] = await ordersNamed(admin, orderName);
  const read = found && (await readOrder(admin, found.id));
  if (!read) return null;
  const taken = await ctx.inShop((tx) => unitsTaken(tx, ctx.shop.id, read.id));
  const order = withoutUnits(read, taken);
  return { order, customer: await customerFacts(ctx, order, policy) };
}
