import { sql, tables } from "@kept/database";
import { workerContext } from "../shop/find-shop.ts";
import { acrossAllShops, type Tools } from "../tools.ts";
import { askPerson } from "./record-leg.ts";
import { bonusTagCarrier } from "./tag.ts";

/**
 * To be run once after the database was restored or a standby was promoted, before any worker starts. Every fence of
 * the life before is outdated, so whoever still holds one sends nothing; and nobody sends anything until whatever was
 * under way has arrived or died. Looking goes on meanwhile: what the life before already paid is recognized by its
 * tags and recorded. What carries no tag cannot be recognized, a bonus without expiry or credit that is taken back: it
 * asks a person. Across shops, as a restore is.
 */
export async function afterRestore(
  tools: Tools,
): Promise<{ lanes: number; asked: number; quarantineUntil: Date }> {
  const renewed = await renewFences(tools);
  // From here on nothing is sent: who is interrupted now runs it again.
  const untagged = await untaggedLegs(tools);
  for (const { shopId, id } of untagged) {
    const ctx = await workerContext(tools, shopId);
    if (ctx) await askPerson(ctx, id, { reason: restoredUntagged });
  }
  return { ...renewed, asked: untagged.length };
}

function renewFences(tools: Tools): Promise<{ lanes: number; quarantineUntil: Date }> {
  const { creditLanes, installations, issuingSwitch } = tables;
  const { patience } = tools;
  return acrossAllShops(tools, async (tx) => {
    const [immortal] = await tx
      .select({ shopId: installations.shopId })
      .from(installations)
      .where(sql`${installations.expiresAt} is null and ${installations.uninstalledAt} is null`)
      .limit(1);
    const fenceMs = immortal ? patience.withoutTokenFenceMs : tokenLifeMs;
    const seconds = (fenceMs + patience.sinceSendMs) / 1000;
    const [row] = await tx
      .update(issuingSwitch)
      .set({
        quarantineUntil: sql`clock_timestamp() + make_interval(secs => ${seconds})`,
        reason: "after a restore",
      })
      .returning({ until: issuingSwitch.quarantineUntil });
    if (!row?.until) throw new Error("The issuing switch is missing");
    const lanes = await tx
      .update(creditLanes)
      .set({ epoch: sql`${creditLanes.epoch} + 1`, leaseUntil: null, holder: null })
      .returning({ id: creditLanes.id });
    await tx.execute(
      sql`update issuance_legs set next_at = clock_timestamp() where state in ('ready', 'unknown') and next_at > clock_timestamp()`,
    );
    return { lanes: lanes.length, quarantineUntil: row.until };
  });
}

/**
 * Legs that may have been paid in the life before and would be paid again, because nothing at Shopify says that they
 * were. Those that wait for Kept to be installed again are a person's matter already; from now on for this reason.
 */
async function untaggedLegs(tools: Tools): Promise<readonly { shopId: string; id: string }[]> {
  if (bonusTagCarrier(tools.shopify.apiVersion, null).kind !== "none") return [];
  const { issuanceLegs } = tables;
  const untagged = sql`(method = 'debit_account' or (method = 'credit_account' and expires_on is null))`;
  return acrossAllShops(tools, async (tx) => {
    await tx
      .update(issuanceLegs)
      .set({ reason: restoredUntagged })
      .where(sql`state = 'human' and reason = 'not_installed' and ${untagged}`);
    return tx
      .select({ shopId: issuanceLegs.shopId, id: issuanceLegs.id })
      .from(issuanceLegs)
      .where(sql`state = 'ready' and ${untagged}`);
  });
}

const restoredUntagged = "restored_untagged";

/** Shopify's expiring tokens live an hour; whoever was frozen with one finds it dead after that. */
const tokenLifeMs = 3_600_000;
