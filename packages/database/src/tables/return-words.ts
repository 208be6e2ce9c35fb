import { foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { shopId } from "./columns.ts";
import { returns } from "./returns.ts";

/**
 * The words a return is found by: its numbers, the address, the customer's name, its items. Kept by triggers, so that
 * they are right whoever writes a return, and gone when a person is forgotten. Found newest first straight from the key.
 */
export const returnWords = pgTable(
  "return_words",
  {
    shopId: shopId(),
    word: text().notNull(),
    returnId: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.word, t.returnId] }),
    index("return_words_by_return").on(t.shopId, t.returnId),
    foreignKey({
      columns: [t.shopId, t.returnId],
      foreignColumns: [returns.shopId, returns.id],
      name: "return_words_return",
    }).onDelete("cascade"),
  ],
);
