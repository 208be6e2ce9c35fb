import { and, eq, lt, sql, tables } from "@kept/database";
import { ok, type Result, refused } from "../result.ts";
import type { ApiContext } from "./api-context.ts";

const { apiRequests } = tables;

/** What a request was answered. */
export interface Answered {
  readonly status: number;
  readonly body: unknown;
}

export type OnceRefusal = { readonly code: "SameKeyOtherRequest" | "StillRunning" };

/** Whoever does a request holds its name for so long; after that it counts as dead, and the next may do it. */
const holdSeconds = 60;
export const keptHours = 24;

/**
 * Does a write that its program named, once: asked again within a day, the stored answer is repeated and nothing is
 * done. The same name for another request is refused, and so is one that is being done right now. An answer that says
 * "not now" is not kept: the request may be tried again.
 */
export async function onceByName(
  ctx: ApiContext,
  named: { name: string; hash: Buffer },
  work: () => Promise<Answered>,
): Promise<Result<Answered & { replayed: boolean }, OnceRefusal>> {
  const taken = await take(ctx, named);
  if (!taken.ok) return taken;
  if (taken.value) return ok({ ...taken.value, replayed: true });
  try {
    const answered = await work();
    if (isPassing(answered.status)) await release(ctx, named.name);
    else await keep(ctx, named.name, answered);
    return ok({ ...answered, replayed: false });
  } catch (error) {
    await release(ctx, named.name);
    throw error;
  }
}

/** Null: it is ours to do now. Otherwise what it was answered. */
function take(
  ctx: ApiContext,
  { name, hash }: { name: string; hash: Buffer },
): Promise<Result<Answered | null, OnceRefusal>> {
  const until = sql`clock_timestamp() + make_interval(secs => ${holdSeconds})`;
  return ctx.inShop(async (tx) => {
    const old = sql`clock_timestamp() - make_interval(hours => ${keptHours})`;
    await tx
      .delete(apiRequests)
      .where(
        and(
          eq(apiRequests.shopId, ctx.shop.id),
          eq(apiRequests.keyId, ctx.keyId),
          lt(apiRequests.createdAt, old),
        ),
      );
    const made = await tx
      .insert(apiRequests)
      .values({ shopId: ctx.shop.id, keyId: ctx.keyId, idempotencyKey: name, requestHash: hash, until })
      .onConflictDoNothing()
      .returning({ name: apiRequests.idempotencyKey });
    if (made.length > 0) return ok(null);
    const [known] = await tx.select().from(apiRequests).where(one(ctx, name)).for("update");
    if (!known) return refused("StillRunning");
    if (!known.requestHash.equals(hash)) return refused("SameKeyOtherRequest");
    if (known.status !== null) return ok({ status: known.status, body: known.answer });
    const left = await tx
      .update(apiRequests)
      .set({ until })
      .where(and(one(ctx, name), lt(apiRequests.until, sql`clock_timestamp()`)))
      .returning({ name: apiRequests.idempotencyKey });
    return left.length > 0 ? ok(null) : refused("StillRunning");
  });
}

async function keep(ctx: ApiContext, name: string, { status, body }: Answered): Promise<void> {
  await ctx.inShop((tx) => tx.update(apiRequests).set({ status, answer: body }).where(one(ctx, name)));
}

async function release(ctx: ApiContext, name: string): Promise<void> {
  await ctx.inShop((tx) => tx.delete(apiRequests).where(and(one(ctx, name), sql`status is null`)));
}

function isPassing(status: number): boolean {
  return status === 429 || status >= 500;
}

function one(ctx: ApiContext, name: string) {
  return and(
    eq(apiRequests.shopId, ctx.shop.id),
    eq(apiRequests.keyId, ctx.keyId),
    eq(apiRequests.idempotencyKey, name),
  );
}
