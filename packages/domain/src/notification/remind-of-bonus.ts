import { and, eq, gt, lte, sql, type Transaction, tables } from "@kept/database";
import { money, toDecimal } from "@kept/money";
import { readCreditAccount } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import type { LegRow } from "../issuance/issuance.ts";
import { findReturnById } from "../return/records.ts";
import type { ReturnRecord } from "../return/return.ts";
import { workerContext } from "../shop/find-shop.ts";
import { unlessUnreachable } from "../shop/reach.ts";
import { acrossAllShops, type Tools } from "../tools.ts";
import { oweLetter } from "./owe-letter.ts";

const { issuanceLegs } = tables;

/** Days before the end on which a customer is reminded; the last one long enough before to still go shopping. */
export const reminderDays = [30, 7] as const;

/**
 * Owes the reminders that are due today: one letter per bonus and step, for what Shopify says is still unspent. Asked
 * again it owes nothing twice; a day it was not asked is made up for. Answers how many were owed.
 */
export async function remindOfBonuses(ctx: ShopContext): Promise<number> {
  let owed = 0;
  for (const leg of await endingBonuses(ctx)) if (await remind(ctx, leg)) owed += 1;
  return owed;
}

/**
 * Every hour: shops where it is ten in the morning get a job of their own. Across shops, because the clock is every
 * shop's; a morning nobody was there for is made up for the next day.
 */
export async function startMornings(tools: Tools): Promise<void> {
  const shops = await acrossAllShops(tools, (tx) =>
    tx.execute<{ id: string }>(sql`
      select s.id from shops s join installations i on i.shop_id = s.id and i.uninstalled_at is null
       where extract(hour from now() at time zone s.time_zone) = 10`),
  );
  for (const { id } of shops) {
    const ctx = await workerContext(tools, id);
    if (ctx) await ctx.inShop((tx) => ctx.enqueue(tx, "remind", id));
  }
}

/** The step whose time has come: the nearest not shorter than what is left. None for a bonus that was always short. */
export function reminderStep(daysLeft: number, lifetimeDays: number): number | null {
  const [nearest] = reminderDays.filter((days) => days >= daysLeft).slice(-1);
  return daysLeft > 0 && nearest !== undefined && lifetimeDays >= 2 * nearest ? nearest : null;
}

function endingBonuses(ctx: ShopContext): Promise<LegRow[]> {
  const today = ctx.clock.now();
  return ctx.inShop((tx) =>
    tx
      .select()
      .from(issuanceLegs)
      .where(
        and(
          eq(issuanceLegs.shopId, ctx.shop.id),
          eq(issuanceLegs.kind, "bonus"),
          eq(issuanceLegs.state, "confirmed"),
          gt(issuanceLegs.expiresOn, day(today)),
          lte(issuanceLegs.expiresOn, day(later(today, reminderDays[0]))),
        ),
      ),
  );
}

async function remind(ctx: ShopContext, leg: LegRow): Promise<boolean> {
  const step = stepOf(ctx, leg);
  const record = await ctx.inShop((tx) => findReturnById(tx, ctx, leg.returnId));
  if (step === null || !record?.customerGid) return false;
  const dedupeKey = `bonus_expires_soon/${leg.id}/${step}`;
  if (await ctx.inShop((tx) => isOwed(tx, ctx, dedupeKey))) return false;
  const left = await unspent(ctx, leg, record);
  if (left === null || left <= 0n) return false;
  const facts = { left: toDecimal(money(left, leg.currency)), expiresOn: leg.expiresOn };
  await ctx.inShop((tx) => oweLetter(tx, ctx, record, "bonus_expires_soon", { dedupeKey, facts }));
  return true;
}

function stepOf(ctx: ShopContext, leg: LegRow): number | null {
  if (!leg.expiresOn || !leg.confirmedAt) return null;
  const end = new Date(`${leg.expiresOn}T12:00:00Z`);
  return reminderStep(days(ctx.clock.now(), end), days(leg.confirmedAt, end));
}

async function isOwed(tx: Transaction, ctx: ShopContext, dedupeKey: string): Promise<boolean> {
  const { notifications } = tables;
  const [owed] = await tx
    .select({ id: notifications.id })
    .from(notifications)
    .where(and(eq(notifications.shopId, ctx.shop.id), eq(notifications.dedupeKey, dedupeKey)));
  return owed !== undefined;
}

/** What is left of the bonus, as Shopify says it now. Null when Shopify cannot be asked; tomorrow is another day. */
async function unspent(ctx: ShopContext, leg: LegRow, record: ReturnRecord): Promise<bigint | null> {
  const which = {
    customerId: record.customerGid ?? "",
    currency: leg.currency,
    ...(leg.confirmedAt && { since: later(leg.confirmedAt, -1) }),
  };
  const read = await unlessUnreachable(ctx, async () => readCreditAccount(await ctx.admin(), which));
  const credit = read?.value.transactions.find(({ id }) => id === leg.remoteTransactionGid);
  return credit?.kind === "credit" ? credit.remaining.minor : null;
}

const dayMs = 86_400_000;
const day = (date: Date) => date.toISOString().slice(0, 10);
const later = (date: Date, by: number) => new Date(date.getTime() + by * dayMs);
const days = (from: Date, to: Date) => Math.floor((to.getTime() - from.getTime()) / dayMs);
