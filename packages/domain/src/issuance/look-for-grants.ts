import { and, isNull, sql, tables } from "@kept/database";
import { missingScopes as missingOf } from "@kept/shopify";
import { acrossAllShops, type Tools } from "../tools.ts";

/**
 * Every few minutes: Shopify tells of a grant by a webhook, which may be lost, so shops in which a credit waits for a
 * permission that was missing when last looked are asked again, by a job each. Across shops, to find them; one that Kept
 * may not ask any more is left alone.
 */
export function lookForGrants(tools: Tools): Promise<void> {
  const { installations } = tables;
  return acrossAllShops(tools, async (tx) => {
    const waiting = await tx
      .select({ shopId: installations.shopId, scopes: installations.scopes })
      .from(installations)
      .where(
        and(
          isNull(installations.uninstalledAt),
          isNull(installations.renewalRefusedAt),
          sql`(exists (select 1 from returns r where r.shop_id = ${installations.shopId}
                 and r.issue_wanted_at is not null and r.credit_state = 'none')
            or exists (select 1 from issuance_legs l where l.shop_id = ${installations.shopId}
                 and l.state = 'ready' and l.reason = 'permission_missing'))`,
        ),
      );
    for (const { shopId, scopes } of waiting)
      if (missingOf(scopes).length > 0) await tools.jobs.enqueue(tx, "granted", { shopId, id: shopId });
  });
}
