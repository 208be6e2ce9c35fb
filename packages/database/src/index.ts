export {
  and,
  asc,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  ne,
  or,
  type SQL,
  type SQLWrapper,
  sql,
} from "drizzle-orm";
export type { Database, Transaction } from "./connection.ts";
export { acrossShops, forgetting, inShop, openDatabase } from "./connection.ts";
export type { Enqueue, Job, Jobs, PeriodicTask, Queue } from "./jobs.ts";
export { openJobs } from "./jobs.ts";
export { inOneBreath } from "./one-breath.ts";
export { inOneStatement } from "./one-statement.ts";
export { preferIndexes } from "./prefer-indexes.ts";
export * as tables from "./tables/index.ts";
