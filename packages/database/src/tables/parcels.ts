import { foreignKey, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, id, now, shopId } from "./columns.ts";
import { returns } from "./returns.ts";

/**
 * A parcel on its way back, as somebody said it: whoever sends or expects it types the carrier's number. Written into
 * Shopify once, where it becomes a reverse delivery. `deliveredAt` is set when its arrival is known.
 */
export const parcels = pgTable(
  "parcels",
  {
    id: id(),
    shopId: shopId(),
    returnId: uuid().notNull(),
    carrier: text(),
    number: text().notNull(),
    url: text(),
    actor: jsonb().$type<unknown>().notNull(),
    shopifyDeliveryGid: text(),
    sentAt: now(),
    deliveredAt: at(),
  },
  (t) => [
    unique("parcels_once").on(t.shopId, t.returnId, t.number),
    foreignKey({
      columns: [t.shopId, t.returnId],
      foreignColumns: [returns.shopId, returns.id],
      name: "parcels_return",
    }).onDelete("cascade"),
  ],
);
