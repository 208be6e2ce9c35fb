import { sql, tables } from "@kept/database";
import { acrossAllShops, type Tools } from "../tools.ts";
import { bonusTagCarrier } from "./tag.ts";

/**
 * To be run once after the database was restored or a standby was promoted, before any worker starts. Every fence of
 * the life before is outdated, so whoever still holds one sends nothing; and nobody sends anything until whatever was
 * under way has arrived or died. Looking goes on meanwhile: what the life before already paid is recognized by its
 * tags and recorded. What carries no tag cannot be recognized, a bonus without
 * expiry or credit that is taken back: it asks a person. Across shops, as a restore is.
 */
export function afterRestore(tools: Tools): Promise<{ lanes: number; asked: number; quarantineUntil: Date }> {
  const { creditLanes, installations, issuanceLegs, issuingSwitch } = tables;
  const { patience, shopify } = tools;
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
    const untagged = bonusTagCarrier(shopify.apiVersion, null).kind === "none";
    const asked = untagged
      ? await tx
          .update(issuanceLegs)
          .set({ state: "human", reason: "restored_untagged" })
          .where(
            sql`state = 'ready' and (method = 'debit_account' or (method = 'credit_account' and expires_on is null))`,
          )
          .returning({ returnId: issuanceLegs.returnId })
      : [];
    for (const { returnId } of asked)
      await tx.execute(sql`update returns set credit_state = 'review' where id = ${returnId}`);
    await tx.execute(
      sql`update issuance_legs set next_at = clock_timestamp() where state in ('ready', 'unknown') and next_at > clock_timestamp()`,
    );
    return { lanes: lanes.length, asked: asked.length, quarantineUntil: row.until };
  });
}

/** Shopify's expiring tokens live an hour; whoever was frozen with one finds it dead after that. */
const tokenLifeMs = 3_600_000;
