import { and, eq, inArray, inOneBreath, inOneStatement, type Transaction, tables } from "@kept/database";
import {
  type Admin,
  type Answer,
  approveReturn as approveInShopify,
  cancelReturn as cancelInShopify,
  declineReturn as declineInShopify,
  type ReturnOfOrder,
  type ReturnReason,
  readBeforeRequest,
  readReturn,
  requestReturn,
  type ShopifyReturn,
} from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { ok, type Result, refused } from "../result.ts";
import { unlessUnreachable } from "../shop/reach.ts";
import { inTurn, type Mirrored } from "./mirror-turn.ts";
import { shopifyReasons } from "./reason-in-shopify.ts";
import { changeReturn, findReturnById, tell } from "./records.ts";
import { isOpen, type ReturnLineRecord, type ReturnRecord, returnName } from "./return.ts";

/** Shopify declined a step of the mirror for a reason another try will not change: the return needs a person. */
export class MirrorRefused extends Error {
  override readonly name = "MirrorRefused";
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** A step of the mirror did not get through this time; trying again later is safe. */
export class MirrorDelayed extends Error {
  override readonly name = "MirrorDelayed";
}

/**
 * Brings Shopify's return in step with ours: made when it is missing, approved, declined or cancelled as ours is.
 * Safe to run again at any point: what is there is looked for first, and each step is guarded by the state it needs
 * (shopify.md 3.1: `returnRequest` has no key, so after a time-out the order's returns are searched for ours).
 * Answers Shopify's return as it now is; null when there is nothing to mirror. No money moves here. Whoever waits for
 * their turn and is `overtaken` meanwhile is not given one.
 */
export async function mirrorReturn(
  ctx: ShopContext,
  returnId: string,
  overtaken?: () => Promise<boolean>,
): Promise<ShopifyReturn | null> {
  const work = async (itself: Mirrored) => {
    const { record } = itself;
    if (record.withoutMirror) return null;
    const admin = await ctx.admin();
    const mirror = await mirrorOf(ctx, admin, itself);
    return mirror && inStep(admin, record, mirror);
  };
  const mirrored = await inTurn(ctx, returnId, work, overtaken);
  if (!mirrored) throw new MirrorDelayed("Somebody else is mirroring this return");
  return mirrored.value;
}

export type MirrorRefusal =
  | { readonly code: "ShopifyUnreachable" }
  | { readonly code: "ReturnRefused"; readonly reason: string };

/** Runs something that needs the mirror; Shopify's being away or saying no becomes a refusal, and nothing is lost. */
export async function withMirror<T>(
  ctx: ShopContext,
  work: () => Promise<T>,
): Promise<Result<T, MirrorRefusal>> {
  try {
    const done = await unlessUnreachable(ctx, work);
    return done ? ok(done.value) : refused("ShopifyUnreachable");
  } catch (error) {
    if (error instanceof MirrorRefused) return refused("ReturnRefused", { reason: error.code });
    if (error instanceof MirrorDelayed) return refused("ShopifyUnreachable");
    throw error;
  }
}

async function mirrorOf(ctx: ShopContext, admin: Admin, itself: Mirrored): Promise<ShopifyReturn | null> {
  const { record, lines } = itself;
  if (record.shopifyReturnGid) return readReturn(admin, record.shopifyReturnGid);
  const { returns, reasons } = await readBeforeRequest(admin, record.orderGid);
  const there = await ourReturn(ctx, itself, returns);
  if (!there && (record.status === "declined" || record.status === "cancelled")) return null;
  const made = there ? await readReturn(admin, there.id) : await make(admin, itself, reasons);
  if (!made) throw new MirrorDelayed("Shopify's return is not there yet");
  await keep(ctx, record, lines, made);
  return made;
}

/** A return of this order with exactly our lines, as new as ours, that no other return of ours is mirrored by. */
async function ourReturn(ctx: ShopContext, { record, lines }: Mirrored, returns: readonly ReturnOfOrder[]) {
  const since = record.requestedAt.getTime() - 300_000;
  const alike = returns.filter(
    (each) => each.createdAt.getTime() >= since && each.status !== "CANCELED" && hasLines(each, lines),
  );
  if (alike.length === 0) return null;
  const claimed = await ctx.inShop((tx) =>
    tx
      .select({ gid: tables.returns.shopifyReturnGid })
      .from(tables.returns)
      .where(
        and(
          eq(tables.returns.shopId, ctx.shop.id),
          inArray(
            tables.returns.shopifyReturnGid,
            alike.map(({ id }) => id),
          ),
        ),
      ),
  );
  return alike.find(({ id }) => !claimed.some(({ gid }) => gid === id)) ?? null;
}

function hasLines(theirs: ReturnOfOrder, ours: readonly ReturnLineRecord[]): boolean {
  return (
    theirs.lines.length === ours.length &&
    ours.every((line) =>
      theirs.lines.some(
        (each) =>
          each.fulfillmentLineItemId === line.fulfillmentLineItemGid && each.quantity === line.quantity,
      ),
    )
  );
}

async function make(
  admin: Admin,
  { record, lines }: Mirrored,
  reasons: readonly ReturnReason[],
): Promise<ShopifyReturn> {
  const definitionOf = shopifyReasons(reasons);
  const mark = `Kept ${returnName(record.number)}`;
  const made = await requestReturn(admin, {
    orderId: record.orderGid,
    lines: lines.map((line) => ({
      fulfillmentLineItemId: line.fulfillmentLineItemGid,
      quantity: line.quantity,
      reasonDefinitionId: definitionOf(line.reason),
      customerNote: line.note ? `${mark}: ${line.note}` : mark,
    })),
  });
  return through(made);
}

async function keep(
  ctx: ShopContext,
  record: ReturnRecord,
  lines: readonly ReturnLineRecord[],
  made: ShopifyReturn,
) {
  await ctx.inShop(async (tx) => {
    const now = await findReturnById(tx, ctx, record.id);
    if (now?.shopifyReturnGid || now?.withoutMirror) return;
    await inOneBreath([
      () => changeReturn(tx, ctx, record.id, { shopifyReturnGid: made.id }),
      () => keepLines(tx, ctx, lines, made),
      () => tell(tx, ctx, record.id, "mirrored", { shopifyReturnId: made.id, name: made.name }),
    ]);
  });
}

async function keepLines(
  tx: Transaction,
  ctx: ShopContext,
  lines: readonly ReturnLineRecord[],
  made: ShopifyReturn,
): Promise<void> {
  const { returnLines } = tables;
  const kept = lines.flatMap((line) => {
    const theirs = made.lines.find((each) => each.fulfillmentLineItemId === line.fulfillmentLineItemGid);
    if (!theirs) return [];
    return tx
      .update(returnLines)
      .set({ shopifyReturnLineGid: theirs.id })
      .where(and(eq(returnLines.shopId, ctx.shop.id), eq(returnLines.id, line.id)));
  });
  await inOneStatement(tx, kept);
}

async function inStep(
  admin: Admin,
  record: ReturnRecord,
  mirror: ShopifyReturn,
): Promise<ShopifyReturn | null> {
  const step = stepFor(record, mirror);
  if (!step) return mirror;
  through(await step(admin, mirror.id));
  return readReturn(admin, mirror.id);
}

function stepFor(record: ReturnRecord, mirror: ShopifyReturn) {
  const ended = record.status === "declined" || record.status === "cancelled";
  if (mirror.status === "REQUESTED" && isOpen(record.status)) {
    return (admin: Admin, id: string) => approveInShopify(admin, { returnId: id });
  }
  if (mirror.status === "REQUESTED" && ended) {
    return (admin: Admin, id: string) => declineInShopify(admin, { returnId: id, reason: "OTHER" });
  }
  if (mirror.status === "OPEN" && ended) {
    return (admin: Admin, id: string) => cancelInShopify(admin, { returnId: id });
  }
  return null;
}

/** The value of a mirror step that got through; anything doubtful is looked at again by the next run. */
export function through<T>(answer: Answer<T>): T {
  if (answer.kind === "done") return answer.value;
  if (answer.kind === "refused") throw new MirrorRefused(answer.code, answer.message);
  throw new MirrorDelayed(`A step of the return did not get through: ${answer.reason}`);
}
