import { eq, sql, type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { databaseClock } from "./legs.ts";

/** What may stop everything, as it stands, with the database's clock. */
export type Switches = Awaited<ReturnType<typeof switchesOf>>;

/** The kill switches, read in the transaction of the decision: everybody's, the shop's own, an uninstalled app. */
export async function switchesOf(tx: Transaction, ctx: ShopContext) {
  const { installations, issuingSwitch, shops } = tables;
  const [row] = await tx
    .select({
      allPausedAt: issuingSwitch.pausedAt,
      quarantineUntil: issuingSwitch.quarantineUntil,
      quarantined: sql<boolean>`coalesce(${issuingSwitch.quarantineUntil} > clock_timestamp(), false)`,
      installed: sql<boolean>`${installations.shopId} is not null and ${installations.uninstalledAt} is null`,
      pausedAt: shops.pausedAt,
      now: databaseClock,
    })
    .from(issuingSwitch)
    .leftJoin(shops, eq(shops.id, ctx.shop.id))
    .leftJoin(installations, eq(installations.shopId, shops.id));
  if (!row) throw new Error("The issuing switch is missing");
  return row;
}

/** Which of them stops this shop now, and until when, where that is known. */
export function switchedOff(
  switches: Switches,
): { why: "all_paused" | "paused" } | { why: "quarantine"; until: Date } | null {
  const { allPausedAt, quarantined, quarantineUntil, installed, pausedAt } = switches;
  if (allPausedAt) return { why: "all_paused" };
  if (quarantined && quarantineUntil) return { why: "quarantine", until: quarantineUntil };
  return !installed || pausedAt ? { why: "paused" } : null;
}
