import { type Order, readOrder } from "@kept/shopify";
import { v5 } from "uuid";
import { countTry } from "../lookup/tries.ts";
import { returnability } from "../policy/index.ts";
import { ok, type Result, refused } from "../result.ts";
import { quoteDraft, readDraft, readReturnByKey, sendReturn } from "../return/index.ts";
import type { ResolutionKind } from "../return/return.ts";
import { startDraft } from "../return/start-draft.ts";
import { unlessUnreachable } from "../shop/reach.ts";
import type { ApiContext } from "./api-context.ts";
import { gid, ourFacts } from "./order-facts.ts";
import { type QuoteProblem, selectionProblems } from "./quote-problems.ts";
import { type LineRequest, takeLines } from "./take-lines.ts";

export interface ReturnRequest {
  readonly orderId: string;
  readonly lines: readonly LineRequest[];
  readonly resolution: ResolutionKind;
  readonly note?: string | undefined;
}

export type MakeReturnRefusal =
  | { readonly code: "ScopeMissing"; readonly scope: "returns:write" }
  | { readonly code: "TooManyTries"; readonly retryAfterSeconds: number }
  | { readonly code: "ShopifyUnreachable" | "OrderNotFound" }
  /** Something changed while it was made: asked again, it is made from what is true then. */
  | { readonly code: "Changed" }
  /** The name opened a draft more than a day ago. */
  | { readonly code: "NameIsOld" }
  | { readonly code: "NotOffered"; readonly why: string }
  | { readonly code: "Invalid"; readonly problems: readonly QuoteProblem[] };

type Made = Result<{ number: number }, MakeReturnRefusal>;

/** Of all a shop's keys together: each asks Shopify several times. */
export const returnsPerMinute = 60;

/**
 * A return that a program makes for a customer, under the very rules the customer would have in the portal. Its name
 * and what it says name the draft, and a draft makes one return: made again after any accident, the answer is the return that is there.
 */
export async function makeReturn(ctx: ApiContext, request: ReturnRequest, name: string): Promise<Made> {
  if (!ctx.scopes.includes("returns:write")) return refused("ScopeMissing", { scope: "returns:write" });
  const tries = { subject: `returns|shop|${ctx.shop.id}`, most: returnsPerMinute, seconds: 60 };
  const wait = await countTry(ctx.tools, [tries]);
  if (wait !== null) return refused("TooManyTries", { retryAfterSeconds: Math.max(1, wait) });
  const orderId = gid("Order", request.orderId);
  if (!orderId) return refused("OrderNotFound");
  const read = await unlessUnreachable(ctx, async () => readOrder(await ctx.admin(), orderId));
  if (!read) return refused("ShopifyUnreachable");
  const order = read.value;
  if (!order) return refused("OrderNotFound");
  const id = v5(JSON.stringify([name, request]), ctx.keyId);
  const { key } = await ctx.inShop((tx) => startDraft(tx, ctx, order, ctx.shop.locale, id));
  const made = await makeOf(ctx, key, order, request);
  if (made.ok) return made;
  // The same call a moment ago may be why nothing is left to ask for: then its return is the answer to this one too.
  const again = await readDraft(ctx, key);
  return !again.ok && again.error.code === "AlreadySent" ? numberOf(ctx, again.error.returnKey) : made;
}

async function makeOf(ctx: ApiContext, key: string, order: Order, request: ReturnRequest): Promise<Made> {
  const drafted = await readDraft(ctx, key);
  if (!drafted.ok) return refused(drafted.error.code === "DraftGone" ? "NameIsOld" : "ShopifyUnreachable");
  const possible = await nothingAgainst(ctx, order, request);
  if (!possible.ok) return possible;
  const taken = await takeLines(ctx, drafted.value, request.lines);
  return taken.ok ? send(ctx, key, request) : taken;
}

/** Everything the order or the policy has against the lines, named. */
async function nothingAgainst(
  ctx: ApiContext,
  found: Order,
  request: ReturnRequest,
): Promise<Result<void, MakeReturnRefusal>> {
  const { order, policy } = await ourFacts(ctx, found);
  const lines = returnability(order, policy.policy, ctx.clock.now(), ctx.shop.timeZone);
  const selection = request.lines.map((line) => ({ ...line, lineItemId: wholeId(line) }));
  const problems = selectionProblems(order, lines, policy.policy.reasons, selection);
  return problems.length > 0 ? refused("Invalid", { problems }) : ok(undefined);
}

function wholeId({ lineItemId }: LineRequest): string {
  return gid("LineItem", lineItemId) ?? lineItemId;
}

async function send(ctx: ApiContext, key: string, { resolution, note }: ReturnRequest): Promise<Made> {
  const quoted = await quoteDraft(ctx, key);
  if (!quoted.ok)
    return refused(quoted.error.code === "ShopifyUnreachable" ? "ShopifyUnreachable" : "Changed");
  const { offers, notOffered } = quoted.value;
  const offer = offers.find((each) => each.resolution === resolution);
  if (!offer) {
    const why = notOffered.find((each) => each.resolution === resolution)?.why ?? "turned_off";
    return refused("NotOffered", { why });
  }
  const sent = await sendReturn(ctx, { key, resolution, fingerprint: offer.fingerprint, note });
  if (sent.ok) return numberOf(ctx, sent.value.returnKey);
  return refused(sent.error.code === "ShopifyUnreachable" ? "ShopifyUnreachable" : "Changed");
}

async function numberOf(ctx: ApiContext, returnKey: string): Promise<Result<{ number: number }, never>> {
  const made = await readReturnByKey(ctx, returnKey);
  if (!made) throw new Error("A return was made and is not there");
  return ok({ number: Number(made.number.slice(2)) });
}
