import { and, eq, inArray, sql, type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import type { AttemptRow, LegRow } from "./issuance.ts";
import { type Hold, stillHolds } from "./lane.ts";
import { attemptsOf, changeLeg, lockLeg } from "./legs.ts";
import type { Method } from "./method.ts";
import { attemptKey } from "./names.ts";
import { saltsTried } from "./tag.ts";

export type Began =
  | {
      readonly began: true;
      readonly leg: LegRow;
      readonly attempt: Pick<AttemptRow, "n" | "tag" | "idempotencyKey">;
    }
  | {
      readonly began: false;
      readonly why: "lost_the_lane" | "not_ready" | "paused" | "base_first" | "in_flight" | "no_tag_free";
    };

/**
 * Commits the intent to send: the attempt with its exact tag, key and baseline, and the leg as `sending`. Everything
 * that must hold at that instant is checked in this one transaction; nothing was sent before it commits (I2), and a
 * commit whose answer is lost is not followed by a send.
 */
export function beginAttempt(
  ctx: ShopContext,
  hold: Hold,
  legId: string,
  method: Method,
  facts: { baseline: unknown; apiVersion: string; tokenExpiresAt: Date | null },
): Promise<Began> {
  return ctx.inShop(async (tx) => {
    if (!(await stillHolds(tx, ctx.shop.id, hold))) return { began: false, why: "lost_the_lane" };
    const leg = await lockLeg(tx, ctx, legId);
    if (leg?.state !== "ready") return { began: false, why: "not_ready" };
    if (await isPaused(tx, ctx)) return { began: false, why: "paused" };
    if (leg.kind === "bonus" && !(await baseConfirmed(tx, ctx, leg)))
      return { began: false, why: "base_first" };
    if (await anotherInFlight(tx, ctx, leg)) return { began: false, why: "in_flight" };
    const n = (await attemptsOf(tx, ctx, legId)).length + 1;
    const tag = await freeTag(tx, ctx, leg, method, n);
    if (!tag) return { began: false, why: "no_tag_free" };
    const attempt = { n, tag, idempotencyKey: attemptKey(legId, n) };
    await tx.insert(tables.legAttempts).values({
      shopId: ctx.shop.id,
      legId,
      laneId: leg.laneId,
      epoch: hold.epoch,
      fence: hold.fence,
      ...attempt,
      ...facts,
    });
    await changeLeg(tx, ctx, legId, { state: "sending", reason: null });
    return { began: true, leg, attempt };
  });
}

/** The first of the attempt's tags that nothing on this account carries yet. */
async function freeTag(tx: Transaction, ctx: ShopContext, leg: LegRow, method: Method, n: number) {
  for (let salt = 0; salt < saltsTried; salt += 1) {
    const tag = method.tag(leg, n, salt);
    const [taken] = await tx
      .select({ legId: tables.legAttempts.legId })
      .from(tables.legAttempts)
      .where(
        and(
          eq(tables.legAttempts.shopId, ctx.shop.id),
          eq(tables.legAttempts.laneId, leg.laneId),
          eq(tables.legAttempts.tag, tag),
        ),
      );
    if (!taken) return tag;
  }
  return null;
}

/** The kill switches, read in the same transaction as the decision: the shop's own, and an uninstalled app. */
async function isPaused(tx: Transaction, ctx: ShopContext): Promise<boolean> {
  const [shop] = await tx
    .select({ pausedAt: tables.shops.pausedAt, uninstalledAt: tables.installations.uninstalledAt })
    .from(tables.shops)
    .innerJoin(tables.installations, eq(tables.installations.shopId, tables.shops.id))
    .where(eq(tables.shops.id, ctx.shop.id));
  return !shop || shop.pausedAt !== null || shop.uninstalledAt !== null;
}

/** One at a time per account, and one base per order: the database forbids it too, this says it without an error. */
async function anotherInFlight(tx: Transaction, ctx: ShopContext, leg: LegRow): Promise<boolean> {
  const { issuanceLegs } = tables;
  const sameOrder = sql`${leg.kind} = 'base' and ${issuanceLegs.kind} = 'base' and ${issuanceLegs.orderGid} = ${leg.orderGid}`;
  const [other] = await tx
    .select({ id: issuanceLegs.id })
    .from(issuanceLegs)
    .where(
      and(
        eq(issuanceLegs.shopId, ctx.shop.id),
        inArray(issuanceLegs.state, ["sending", "unknown"]),
        sql`(${issuanceLegs.laneId} = ${leg.laneId} or (${sameOrder}))`,
      ),
    )
    .limit(1);
  return other !== undefined;
}

async function baseConfirmed(tx: Transaction, ctx: ShopContext, bonus: LegRow): Promise<boolean> {
  const [base] = await tx
    .select({ id: tables.issuanceLegs.id })
    .from(tables.issuanceLegs)
    .where(
      and(
        eq(tables.issuanceLegs.shopId, ctx.shop.id),
        eq(tables.issuanceLegs.issuanceId, bonus.issuanceId),
        sql`${tables.issuanceLegs.kind} = 'base' and ${tables.issuanceLegs.state} = 'confirmed'`,
      ),
    );
  return base !== undefined;
}
