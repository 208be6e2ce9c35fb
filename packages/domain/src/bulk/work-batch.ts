import { and, eq, inArray, sql, type Transaction, tables } from "@kept/database";
import type { Actor, ShopContext } from "../context.ts";
import { issueCredit } from "../issuance/index.ts";
import { fingerprint } from "../quote/index.ts";
import type { Refusal } from "../result.ts";
import { approveReturn, declineReturn } from "../return/index.ts";
import { quoteById } from "../return/records.ts";
import { memberContext } from "../shop/find-shop.ts";
import type { BatchRow, BulkAct } from "./bulk.ts";

const { bulkBatches, bulkItems } = tables;

/** As many at once as do not crowd out what people do in the same shop meanwhile. */
const atOnce = 4;
/** After so long the next batch has its turn, of this shop or another, and this one queues up again. */
const turnMs = 4_000;
/** Longer than the slowest act; after it whoever held the item is gone. */
const claimSeconds = 120;

/**
 * Works on a batch for one turn. Each return is done by the ordinary verb, as the member who asked, for the amount they
 * saw and with what they may do now; verbs answer the same when asked again, so a worker that died in the middle costs nothing twice.
 */
export async function workBatch(ctx: ShopContext, id: string): Promise<void> {
  const until = performance.now() + turnMs;
  while (performance.now() < until) {
    const claimed = await ctx.inShop((tx) => claim(tx, ctx, id));
    if (!claimed) return;
    const asThem = await contextOf(ctx, claimed.batch);
    await Promise.all(claimed.items.map((item) => work(ctx, asThem, claimed.batch, item)));
  }
  await ctx.inShop((tx) => ctx.enqueue(tx, "bulk", id));
}

/** The next few of a running batch; null when there is nothing to do, and then the batch is done if nobody works on it. */
async function claim(tx: Transaction, ctx: ShopContext, id: string) {
  const [batch] = await tx
    .select()
    .from(bulkBatches)
    .where(and(eq(bulkBatches.shopId, ctx.shop.id), eq(bulkBatches.id, id)));
  if (batch?.state !== "running" || batch.doneAt) return null;
  const ours = and(eq(bulkItems.shopId, ctx.shop.id), eq(bulkItems.batchId, id));
  const free = sql`(${bulkItems.state} = 'waiting' or (${bulkItems.state} = 'working' and ${bulkItems.claimedUntil} < clock_timestamp()))`;
  const items = await tx
    .select({ number: bulkItems.number, seenQuoteId: bulkItems.seenQuoteId })
    .from(bulkItems)
    .where(and(ours, free))
    .orderBy(bulkItems.number)
    .limit(atOnce)
    .for("update", { skipLocked: true });
  const numbers = items.map(({ number }) => number);
  if (numbers.length === 0) {
    await closeIfDone(tx, ctx, id);
    return null;
  }
  await tx
    .update(bulkItems)
    .set({
      state: "working",
      tries: sql`${bulkItems.tries} + 1`,
      claimedUntil: sql`clock_timestamp() + make_interval(secs => ${claimSeconds})`,
    })
    .where(and(ours, inArray(bulkItems.number, numbers)));
  return { batch, items };
}

/** While somebody else still works on the last ones, a later look closes the batch; a lost one is found by it too. */
async function closeIfDone(tx: Transaction, ctx: ShopContext, id: string): Promise<void> {
  const left = sql`exists (select 1 from ${bulkItems} i where i.shop_id = ${ctx.shop.id} and i.batch_id = ${id} and i.state in ('waiting', 'working'))`;
  const closed = await tx
    .update(bulkBatches)
    .set({ doneAt: ctx.clock.now() })
    .where(and(eq(bulkBatches.shopId, ctx.shop.id), eq(bulkBatches.id, id), sql`not ${left}`))
    .returning({ id: bulkBatches.id });
  if (closed.length > 0) return;
  await ctx.enqueue(tx, "bulk", id, new Date(ctx.clock.now().getTime() + 5_000));
}

type Item = Pick<typeof bulkItems.$inferSelect, "number" | "seenQuoteId">;

/** The member as they are today; null for somebody who cannot reach the shop any more. */
function contextOf(ctx: ShopContext, { userId }: BatchRow): Promise<ShopContext | null> {
  return memberContext(ctx.tools, { userId, handle: ctx.shop.handle, requestId: "bulk" });
}

async function work(ctx: ShopContext, asThem: ShopContext | null, batch: BatchRow, item: Item) {
  const refusal = asThem
    ? await refusalOf(asThem, batch, item)
    : { code: "NotAllowed", by: (batch.actor as Actor).name };
  await ctx.inShop((tx) =>
    tx
      .update(bulkItems)
      .set({
        state: refusal ? "failed" : "done",
        refusal: refusal && plain(refusal),
        claimedUntil: null,
        endedAt: ctx.clock.now(),
      })
      .where(
        and(
          eq(bulkItems.shopId, ctx.shop.id),
          eq(bulkItems.batchId, batch.id),
          eq(bulkItems.number, item.number),
          eq(bulkItems.state, "working"),
        ),
      ),
  );
}

/** What stands in the way of this one, or null when it was done. An error is its own item's matter, not the batch's. */
async function refusalOf(
  ctx: ShopContext,
  { act, reason }: BatchRow,
  { number, seenQuoteId }: Item,
): Promise<Refusal | null> {
  try {
    const seen = fingerprint(await ctx.inShop((tx) => quoteById(tx, ctx, seenQuoteId)));
    for (const step of steps[act]) {
      const done = await step(ctx, { number, seen, reason: reason ?? "" });
      if (!done.ok) return done.error;
    }
    return null;
  } catch (error) {
    ctx.log.error({ err: error, return: number }, "a return of a batch could not be worked on");
    return { code: "Fault" };
  }
}

type Step = (
  ctx: ShopContext,
  item: { readonly number: number; readonly seen: string; readonly reason: string },
) => Promise<{ readonly ok: true } | { readonly ok: false; readonly error: Refusal }>;

const approve: Step = (ctx, { number, seen }) => approveReturn(ctx, { number, seen });
const issue: Step = (ctx, { number, seen }) => issueCredit(ctx, { number, seen });
/** Many are declined as requests: a yes that somebody gave meanwhile is not undone by it. */
const decline: Step = (ctx, { number, reason }) =>
  declineReturn(ctx, { number, reason, seenAs: "requested" });

const steps: Record<BulkAct, readonly Step[]> = {
  approve: [approve],
  decline: [decline],
  issue: [issue],
  approve_and_issue: [approve, issue],
};

/** As JSON can hold it: amounts become their wire form. */
function plain(refusal: Refusal): Record<string, unknown> {
  return JSON.parse(
    JSON.stringify(refusal, (_, part) => (typeof part === "bigint" ? part.toString() : part)),
  );
}
