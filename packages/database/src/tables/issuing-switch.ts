import { sql } from "drizzle-orm";
import { boolean, check, pgTable, text } from "drizzle-orm/pg-core";
import { at } from "./columns.ts";

/**
 * The switch over all shops: one row. While `pausedAt` is set, or until `quarantineUntil` has passed, no money call
 * leaves for anybody; looking and recording go on. Read in the transaction of every decision to send.
 */
export const issuingSwitch = pgTable(
  "issuing_switch",
  {
    only: boolean().primaryKey().default(true),
    pausedAt: at(),
    /** After a restore or a fail-over: until everything that was under way before it has arrived or died. */
    quarantineUntil: at(),
    reason: text(),
  },
  (t) => [check("issuing_switch_only", sql`${t.only}`)],
);
