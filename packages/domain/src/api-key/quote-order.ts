import { readOrder } from "@kept/shopify";
import { countTry } from "../lookup/tries.ts";
import { offers, returnability } from "../policy/index.ts";
import {
  askedOf,
  fingerprint,
  type Quote,
  type QuoteRequest,
  quote,
  type SelectedUnits,
} from "../quote/index.ts";
import { ok, type Result, refused } from "../result.ts";
import { customerFacts } from "../return/customer-facts.ts";
import { unlessUnreachable } from "../shop/reach.ts";
import type { ApiContext } from "./api-context.ts";
import { gid, ourFacts } from "./order-facts.ts";
import { type QuoteProblem, selectionProblems } from "./quote-problems.ts";

export type QuoteOrderRefusal =
  | { readonly code: "ScopeMissing"; readonly scope: "quotes" }
  | { readonly code: "TooManyTries"; readonly retryAfterSeconds: number }
  | { readonly code: "ShopifyUnreachable" }
  | { readonly code: "OrderNotFound" }
  | { readonly code: "Invalid"; readonly problems: readonly QuoteProblem[] };

/** Requests a minute: of one key, and of all a shop's keys, which share the shop's own allowance at Shopify. */
export const quotesPerMinute = { key: 120, shop: 240 };

/**
 * What an order's lines would be worth if they came back now: the same quote the portal would show, from the order as
 * Shopify has it and the policy in force. Nothing is kept. Ids are Shopify's, whole ("gid://shopify/Order/1") or the
 * number alone. An order of another shop is an order that is not there.
 */
export async function quoteOrder(
  ctx: ApiContext,
  request: QuoteRequest,
): Promise<Result<{ quote: Quote; fingerprint: string }, QuoteOrderRefusal>> {
  if (!ctx.scopes.includes("quotes")) return refused("ScopeMissing", { scope: "quotes" });
  const wait = await countTry(ctx.tools, [
    { subject: `quotes|key|${ctx.keyId}`, most: quotesPerMinute.key, seconds: 60 },
    { subject: `quotes|shop|${ctx.shop.id}`, most: quotesPerMinute.shop, seconds: 60 },
  ]);
  if (wait !== null) return refused("TooManyTries", { retryAfterSeconds: Math.max(1, wait) });
  const orderId = gid("Order", request.orderId);
  if (!orderId) return refused("OrderNotFound");
  const read = await unlessUnreachable(ctx, async () => readOrder(await ctx.admin(), orderId));
  if (!read) return refused("ShopifyUnreachable");
  if (!read.value) return refused("OrderNotFound");
  const { order, policy } = await ourFacts(ctx, read.value);
  const known = await unlessUnreachable(ctx, () => customerFacts(ctx, order, policy.policy));
  if (!known) return refused("ShopifyUnreachable");
  const customer = known.value;
  const selection = request.lines.map(selected);
  const at = ctx.clock.now();
  const lines = returnability(order, policy.policy, at, ctx.shop.timeZone);
  const problems = selectionProblems(order, lines, policy.policy.reasons, selection);
  if (problems.length > 0) return refused("Invalid", { problems });

  const facts = { order, selection, customer, at };
  const { resolution } = request;
  const offer = offers(order, policy.policy, at, askedOf(facts)).find(
    (each) => each.resolution === resolution,
  );
  if (!offer?.offered) {
    const why = offer?.reason ?? "turned_off";
    return refused("Invalid", { problems: [{ at: ["resolution"], problem: why }] });
  }
  const made = quote({ ...facts, resolution, policy });
  return ok({ quote: made, fingerprint: fingerprint(made) });
}

function selected({ lineItemId, quantity, reason }: QuoteRequest["lines"][number]): SelectedUnits {
  return { lineItemId: gid("LineItem", lineItemId) ?? lineItemId, quantity, reason: reason ?? null };
}
