import {
  and,
  eq,
  forgetting,
  inArray,
  isNotNull,
  ne,
  or,
  sql,
  type Transaction,
  tables,
} from "@kept/database";
import type { ShopContext } from "../context.ts";
import { forgetPhotosOf } from "../photo/forget-photos.ts";
import { type Person, personHash, returnsOf, shopHash } from "./person.ts";

/** What stands where something personal stood. */
const gone = "[removed]";

/**
 * Removes a person from everything a shop has in Kept: names, addresses, numbers, words of theirs. What stays are
 * amounts and Shopify's own ids: the books must balance. Safe to run again. Their photos go first, then everything else
 * in one transaction behind the door for forgetting, with the proof in it. A photo that comes in between holds its draft
 * and so the transaction: the wish is carried out again.
 */
export async function forgetCustomer(
  ctx: ShopContext,
  wish: { requestId: string; person: Person },
): Promise<void> {
  const { person } = wish;
  const shopId = ctx.shop.id;
  const known = await ctx.inShop((tx) => returnsOf(tx, shopId, person));
  await forgetPhotosOf(ctx, { returnIds: known.map(({ id }) => id), orderIds: ordersOf(person, known) });
  await forgetting(ctx.tools.database, shopId, async (tx) => {
    await tx.execute(sql`select set_config('statement_timeout', '600000', true)`);
    const theirs = await returnsOf(tx, shopId, person);
    const ids = theirs.map(({ id }) => id);
    const names = [...new Set(theirs.flatMap(({ customerName }) => namesIn(customerName)))];
    const addresses = [...new Set(theirs.map(({ customerEmail }) => customerEmail.toLowerCase()))];
    const exact = [person.email, person.phone, ...addresses].flatMap((text) =>
      text && text !== gone ? [text] : [],
    );
    await removeWords(tx, shopId, ids);
    await removeDraftsAndLookups(tx, shopId, ordersOf(person, theirs), [
      ...exact,
      ...theirs.map(({ orderName }) => orderName),
    ]);
    await removeViewsOf(tx, shopId, names);
    const [scrubbed] = await tx.execute<{ touched: string }>(
      sql`select forget_words(${shopId}, ${array(exact)}, ${array(names)}, ${array(ids)}::uuid[], ${array([person.customerId])}) as touched`,
    );
    await tx.insert(tables.privacyProofs).values({
      kind: "redact_customer",
      shopHash: shopHash(ctx.shop.domain),
      personHash: personHash(ctx.shop.domain, person),
      touched: ids.length + Number(scrubbed?.touched ?? 0),
    });
    // Documents made for the person go too; so does what said whom this wish was about. Another wish to be forgotten that
    // came meanwhile may name other orders: it is carried out on its own.
    await tx
      .update(tables.privacyRequests)
      .set({ document: null, person: null, doneAt: sql`coalesce(done_at, clock_timestamp())` })
      .where(
        and(
          eq(tables.privacyRequests.shopId, shopId),
          eq(tables.privacyRequests.customerGid, person.customerId),
          or(
            eq(tables.privacyRequests.id, wish.requestId),
            ne(tables.privacyRequests.kind, "redact_customer"),
            isNotNull(tables.privacyRequests.doneAt),
          ),
        ),
      );
  });
}

/** Columns that hold a person's own words or say who they are. */
async function removeWords(tx: Transaction, shopId: string, ids: readonly string[]): Promise<void> {
  const { notifications, returnEvents, returnLines, returnMessages, returns } = tables;
  await tx
    .update(returns)
    // No address is nobody's: what is paid later owes no letter, and two who were forgotten are not one customer.
    .set({ customerName: gone, customerEmail: "", customerNote: null })
    .where(and(eq(returns.shopId, shopId), inArray(returns.id, [...ids])));
  await tx
    .update(returnLines)
    .set({ note: null })
    .where(and(eq(returnLines.shopId, shopId), inArray(returnLines.returnId, [...ids])));
  // A letter to them that has not gone out has nobody to go to any more, and nothing to say.
  await tx
    .update(notifications)
    .set({
      recipient: gone,
      subject: null,
      facts: {},
      state: sql`case when state = 'queued' then 'switched_off' else state end`,
      reason: sql`case when state = 'queued' then 'forgotten' else reason end`,
    })
    .where(and(eq(notifications.shopId, shopId), inArray(notifications.returnId, [...ids])));
  // What was written to somebody, by them or about them, may say anything.
  await tx
    .update(returnMessages)
    .set({ text: gone })
    .where(and(eq(returnMessages.shopId, shopId), inArray(returnMessages.returnId, [...ids])));
  await tx
    .update(returnEvents)
    .set({ detail: { text: gone } })
    .where(
      and(
        eq(returnEvents.shopId, shopId),
        inArray(returnEvents.kind, ["note", "message_received", "message_sent"]),
        inArray(returnEvents.returnId, [...ids]),
      ),
    );
}

function ordersOf(person: Person, theirs: readonly { orderGid: string }[]): string[] {
  return [...new Set([...person.orderIds, ...theirs.map(({ orderGid }) => orderGid)])];
}

/** What is under way for their orders, and what somebody typed to find them: `typed` is what it would have been. */
async function removeDraftsAndLookups(
  tx: Transaction,
  shopId: string,
  orders: string[],
  typed: string[],
): Promise<void> {
  const { lookups, returnDrafts } = tables;
  await tx
    .delete(returnDrafts)
    .where(and(eq(returnDrafts.shopId, shopId), inArray(returnDrafts.orderGid, orders)));
  const bare = (column: unknown) => sql`ltrim(lower(${column}), '# ')`;
  const words = typed.map((text) => text.toLowerCase().replace(/^[# ]+/, ""));
  await tx
    .delete(lookups)
    .where(
      and(
        eq(lookups.shopId, shopId),
        or(
          inArray(lookups.orderGid, orders),
          inArray(bare(lookups.contact), words),
          inArray(bare(lookups.orderName), words),
        ),
      ),
    );
}

/** The team's own views that look for them by their whole name; a part of one is a word of other things too. */
async function removeViewsOf(tx: Transaction, shopId: string, names: readonly string[]): Promise<void> {
  const { savedViews } = tables;
  for (const name of names.filter((each) => each.includes(" ")))
    await tx
      .delete(savedViews)
      .where(
        and(
          eq(savedViews.shopId, shopId),
          sql`strpos(lower(concat(${savedViews.name}, ' ', ${savedViews.filters}::text)), lower(${name})) > 0`,
        ),
      );
}

/** A whole name and its parts; parts of two letters are words of other things too. */
function namesIn(name: string): string[] {
  if (name === gone) return [];
  return [name, ...name.split(/\s+/)].filter((part) => part.length > 2);
}

function array(texts: readonly (string | null)[]) {
  return sql`array[${sql.join(
    texts.map((text) => sql`${text}`),
    sql`, `,
  )}]::text[]`;
}
