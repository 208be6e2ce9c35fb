import { index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { at, bytes, id, now, shopId } from "./columns.ts";
import { shops } from "./shops.ts";

/**
 * A merchant who was sent to Shopify's consent page and has not come back yet. Coming back deletes the row: each state
 * is good once, for the shop it was made for. Only a hash is kept. About no shop of ours yet.
 */
export const installStates = pgTable("install_states", {
  stateHash: text().primaryKey(),
  domain: text().notNull(),
  /** Where in the dashboard the person was, if they came from there. */
  returnTo: text(),
  expiresAt: at().notNull(),
});

/**
 * A shop that consented and belongs to nobody yet: what Shopify gave us, sealed, until a signed-in member says which
 * organization it joins. Bound to the browser that consented by a cookie of which only the hash is kept; gone when it
 * is used or after a day.
 */
export const pendingConnections = pgTable(
  "pending_connections",
  {
    id: id(),
    browserHash: text().notNull().unique("pending_connections_browser"),
    domain: text().notNull(),
    sealed: bytes().notNull(),
    createdAt: now(),
    expiresAt: at().notNull(),
  },
  (t) => [index("pending_connections_age").on(t.expiresAt)],
);

/**
 * A shop's own key, which seals its tokens: random, wrapped under the installation's key, which is never in here.
 * `kek` names the key it is wrapped under. A new version seals from then on; older ones only open.
 */
export const shopKeys = pgTable(
  "shop_keys",
  {
    shopId: shopId().references(() => shops.id, { onDelete: "cascade" }),
    version: integer().notNull(),
    wrapped: bytes().notNull(),
    kek: text().notNull(),
    createdAt: now(),
    rewrappedAt: at(),
  },
  (t) => [primaryKey({ columns: [t.shopId, t.version] }), index("shop_keys_kek").on(t.kek)],
);
