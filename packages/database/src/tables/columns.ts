import { sql } from "drizzle-orm";
import { bigint, char, customType, timestamp, uuid } from "drizzle-orm/pg-core";

/** Rows are named by time-ordered UUIDs (PostgreSQL 18's uuidv7), so that newest-first lists are index scans. */
export const id = () => uuid().primaryKey().default(sql`uuidv7()`);

/** The tenant. Every table that holds a shop's data carries it, and every foreign key between them includes it. */
export const shopId = () => uuid().notNull();

/** Whole minor units; the currency stands beside it in the row. */
export const minor = () => bigint({ mode: "bigint" });
export const currency = () => char({ length: 3 }).notNull();

/** An instant, UTC, set by the database's clock unless the fact carries its own time. */
export const at = () => timestamp({ withTimezone: true, mode: "date" });
export const now = () => at().notNull().default(sql`clock_timestamp()`);

export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });
