import { readOrder } from "@kept/shopify";
import { v5 } from "uuid";
import { countTry } from "../lookup/tries.ts";
import { returnability } from "../policy/index.ts";
import { ok, type Result, refused } from "../result.ts";
import type { Draft, DraftRefusal } from "../return/drafts.ts";
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

type AlreadySent = Extract<DraftRefusal, { readonly code: "AlreadySent" }>;

/** Of all a shop's keys together: each asks Shopify several times. */
export const returnsPerMinute = 60;

/**
 * A return that a program makes for a customer, under the very rules the customer would have in the portal. Its name
 * and what it says name the draft, and a draft makes one return: made again after any accident, the answer is the return that is there.
 */
export async function makeReturn(
  ctx: ApiContext,
  request: ReturnRequest,
  name: string,
): Promise<Result<{ number: number }, MakeReturnRefusal>> {
  if (!ctx.scopes.includes("returns:write")) return refused("ScopeMissing", { scope: "returns:write" });
  const tries = { subject: `returns|shop|${ctx.shop.id}`, most: returnsPerMinute, seconds: 60 };
  const wait = await countTry(ctx.tools, [tries]);
  if (wait !== null) return refused("TooManyTries", { retryAfterSeconds: Math.max(1, wait) });
  const drafted = await draftNamed(ctx, request, name);
  if (!drafted.ok) {
    const { error } = drafted;
    return error.code === "AlreadySent" ? numberOf(ctx, error.returnKey) : { ok: false, error };
  }
  const draft = drafted.value;
  const taken = await takeLines(ctx, draft, request.lines);
  return taken.ok ? send(ctx, draft.key, request) : taken;
}

/** The draft of this name, and nothing the order or the policy has against the lines. */
async function draftNamed(
  ctx: ApiContext,
  request: ReturnRequest,
  name: string,
): Promise<Result<Draft, MakeReturnRefusal | AlreadySent>> {
  const orderId = gid("Order", request.orderId);
  if (!orderId) return refused("OrderNotFound");
  const read = await unlessUnreachable(ctx, async () => readOrder(await ctx.admin(), orderId));
  if (!read) return refused("ShopifyUnreachable");
  const found = read.value;
  if (!found) return refused("OrderNotFound");
  const id = v5(JSON.stringify([name, request]), ctx.keyId);
  const { key } = await ctx.inShop((tx) => startDraft(tx, ctx, found, ctx.shop.locale, id));
  const drafted = await readDraft(ctx, key);
  if (!drafted.ok) {
    const { error } = drafted;
    if (error.code === "AlreadySent") return { ok: false, error };
    return error.code === "DraftGone" ? refused("NameIsOld") : refused("ShopifyUnreachable");
  }
  const { order, policy } = await ourFacts(ctx, found);
  const lines = returnability(order, policy.policy, ctx.clock.now());
  const selection = request.lines.map((line) => ({ ...line, lineItemId: wholeId(line) }));
  const problems = selectionProblems(order, lines, policy.policy.reasons, selection);
  return problems.length > 0 ? refused("Invalid", { problems }) : drafted;
}

function wholeId({ lineItemId }: LineRequest): string {
  return gid("LineItem", lineItemId) ?? lineItemId;
}

async function send(
  ctx: ApiContext,
  key: string,
  { resolution, note }: ReturnRequest,
): Promise<Result<{ number: number }, MakeReturnRefusal>> {
  const quoted = await quoteDraft(ctx, key);
  if (!quoted.ok && quoted.error.code === "AlreadySent") return numberOf(ctx, quoted.error.returnKey);
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
