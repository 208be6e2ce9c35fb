import { createHash } from "node:crypto";
import { and, asc, eq, inArray, sql, type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { acrossAllShops } from "../tools.ts";
import { type Person, personHash, returnsOf, shopHash } from "./person.ts";

/**
 * Gathers everything Kept has about a person into one document for the shop to hand over, and keeps a proof of it that
 * says nothing about them.
 */
export async function answerDataRequest(
  ctx: ShopContext,
  wish: { requestId: string; person: Person },
): Promise<void> {
  const document = await ctx.inShop((tx) => documentOf(tx, ctx, wish.person));
  const { privacyProofs, privacyRequests } = tables;
  await acrossAllShops(ctx.tools, (tx) =>
    tx.insert(privacyProofs).values({
      kind: "data_request",
      shopHash: shopHash(ctx.shop.domain),
      personHash: personHash(ctx.shop.domain, wish.person),
      documentHash: createHash("sha256").update(JSON.stringify(document)).digest(),
      touched: document.returns.length,
    }),
  );
  await ctx.inShop((tx) =>
    tx
      .update(privacyRequests)
      .set({ document, person: null, doneAt: sql`clock_timestamp()` })
      .where(and(eq(privacyRequests.shopId, ctx.shop.id), eq(privacyRequests.id, wish.requestId))),
  );
}

/** In plain words and numbers, as a person would want to read about themselves. */
async function documentOf(tx: Transaction, ctx: ShopContext, person: Person) {
  const { notifications, returnEvents, returnLines, returnMessages, returnPhotos } = tables;
  const returns = await returnsOf(tx, ctx.shop.id, person);
  const ids = returns.map(({ id }) => id);
  const shopId = ctx.shop.id;
  const lines = await tx
    .select()
    .from(returnLines)
    .where(and(eq(returnLines.shopId, shopId), inArray(returnLines.returnId, ids)));
  const letters = await tx
    .select()
    .from(notifications)
    .where(and(eq(notifications.shopId, shopId), inArray(notifications.returnId, ids)));
  const events = await tx
    .select()
    .from(returnEvents)
    .where(and(eq(returnEvents.shopId, shopId), inArray(returnEvents.returnId, ids)));
  const messages = await tx
    .select()
    .from(returnMessages)
    .where(and(eq(returnMessages.shopId, shopId), inArray(returnMessages.returnId, ids)))
    .orderBy(asc(returnMessages.id));
  const photos = await tx
    .select()
    .from(returnPhotos)
    .where(and(eq(returnPhotos.shopId, shopId), inArray(returnPhotos.returnId, ids)))
    .orderBy(asc(returnPhotos.id));
  const { dashboardUrl } = ctx.tools.settings;
  return {
    shop: ctx.shop.domain,
    customer: person.customerId,
    madeAt: ctx.clock.now().toISOString(),
    returns: returns.map((row) => ({
      number: `R-${row.number}`,
      order: row.orderName,
      name: row.customerName,
      email: row.customerEmail,
      language: row.locale,
      requestedAt: row.requestedAt.toISOString(),
      status: row.status,
      credit: row.creditState,
      resolution: row.resolution,
      baseMinor: row.baseMinor.toString(),
      bonusMinor: row.bonusMinor.toString(),
      currency: row.currency,
      note: row.customerNote,
      items: lines
        .filter(({ returnId }) => returnId === row.id)
        .map(({ title, variantTitle, quantity, accepted, reason, note }) => ({
          title,
          variantTitle,
          quantity,
          accepted,
          reason,
          note,
        })),
      letters: letters
        .filter(({ returnId }) => returnId === row.id)
        .map(({ template, recipient, subject, state, sentAt }) => ({
          template,
          recipient,
          subject,
          state,
          sentAt: sentAt?.toISOString() ?? null,
        })),
      messages: messages
        .filter(({ returnId }) => returnId === row.id)
        .map(({ author, text, writtenAt }) => ({ author, text, at: writtenAt.toISOString() })),
      // The pictures are too large for this: each is where it says, for the shop to add.
      photos: photos
        .filter(({ returnId }) => returnId === row.id)
        .map(({ id, width, height, createdAt }) => ({
          picture: `${dashboardUrl}/${ctx.shop.handle}/returns/${row.number}/photos/${id}`,
          width,
          height,
          at: createdAt.toISOString(),
        })),
      history: events
        .filter(({ returnId }) => returnId === row.id)
        .map(({ kind, happenedAt }) => ({ kind, at: happenedAt.toISOString() })),
    })),
  };
}
