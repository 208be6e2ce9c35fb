import { and, desc, eq, lt, sql, tables } from "@kept/database";
import { audit } from "../audit/index.ts";
import type { ShopContext } from "../context.ts";
import { isId } from "../organization/organization-context.ts";
import { allowed } from "../organization/roles.ts";
import { ok, type Result, refused } from "../result.ts";
import { acrossAllShops, type Tools } from "../tools.ts";

const { privacyRequests } = tables;

/** How long a document waits to be handed over. */
export const documentDays = 30;

export interface DataRequest {
  readonly id: string;
  readonly kind: "data_request" | "redact_customer";
  readonly customerGid: string;
  readonly requestedAt: Date;
  readonly doneAt: Date | null;
  readonly hasDocument: boolean;
  readonly handedOverAt: Date | null;
  readonly handedOverBy: string | null;
}

/** What people asked a shop for through Shopify, the newest hundred. */
export async function dataRequests(ctx: ShopContext): Promise<DataRequest[]> {
  const rows = await ctx.inShop((tx) =>
    tx
      .select({
        id: privacyRequests.id,
        kind: privacyRequests.kind,
        customerGid: privacyRequests.customerGid,
        requestedAt: privacyRequests.requestedAt,
        doneAt: privacyRequests.doneAt,
        hasDocument: sql<boolean>`${privacyRequests.document} is not null`,
        handedOverAt: privacyRequests.handedOverAt,
        handedOverBy: privacyRequests.handedOverBy,
      })
      .from(privacyRequests)
      .where(eq(privacyRequests.shopId, ctx.shop.id))
      .orderBy(desc(privacyRequests.requestedAt))
      .limit(100),
  );
  return rows;
}

/** The document, for somebody who may hand it over; who took it, and when, stays on record. */
export function takeDocument(
  ctx: ShopContext,
  input: { id: string },
): Promise<Result<unknown, { readonly code: "NotAllowed" | "NotThere" }>> {
  if (!allowed(ctx.role, "export")) return Promise.resolve(refused("NotAllowed"));
  if (!isId(input.id)) return Promise.resolve(refused("NotThere"));
  const which = and(eq(privacyRequests.shopId, ctx.shop.id), eq(privacyRequests.id, input.id));
  return ctx.inShop(async (tx) => {
    const [row] = await tx.select().from(privacyRequests).where(which);
    if (!row?.document) return refused("NotThere");
    await tx
      .update(privacyRequests)
      .set({ handedOverAt: sql`clock_timestamp()`, handedOverBy: ctx.actor.name })
      .where(which);
    await audit(tx, ctx, { act: "privacy.document_taken", subject: row.customerGid, after: row.document });
    return ok(row.document);
  });
}

/** Documents nobody fetched are not kept for ever. */
export async function dropOldDocuments(tools: Tools): Promise<void> {
  await acrossAllShops(tools, (tx) =>
    tx
      .update(privacyRequests)
      .set({ document: null })
      .where(lt(privacyRequests.doneAt, sql`clock_timestamp() - make_interval(days => ${documentDays})`)),
  );
}
