import { integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { at } from "./columns.ts";

/** How often something was tried in a window. `subject` is a hash: no address or e-mail is kept here. */
export const rateLimits = pgTable(
  "rate_limits",
  {
    subject: text().notNull(),
    windowStart: at().notNull(),
    hits: integer().notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.subject, t.windowStart] })],
);
