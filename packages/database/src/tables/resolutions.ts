import { foreignKey, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { id, now, shopId } from "./columns.ts";
import { quotes, returns } from "./returns.ts";

/** What the customer gets for it, and who said so. A later row overrides an earlier one; none is removed. */
export const resolutions = pgTable(
  "resolutions",
  {
    id: id(),
    shopId: shopId(),
    returnId: uuid().notNull(),
    quoteId: uuid().notNull(),
    kind: text({ enum: ["store_credit", "original_payment"] }).notNull(),
    actor: jsonb().$type<unknown>().notNull(),
    reason: text(),
    chosenAt: now(),
  },
  (t) => [
    index("resolutions_return").on(t.shopId, t.returnId),
    foreignKey({
      columns: [t.shopId, t.returnId],
      foreignColumns: [returns.shopId, returns.id],
      name: "resolutions_return",
    }),
    foreignKey({
      columns: [t.shopId, t.quoteId],
      foreignColumns: [quotes.shopId, quotes.id],
      name: "resolutions_quote",
    }),
  ],
);
