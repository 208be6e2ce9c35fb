export * from "./api-keys.ts";
export * from "./issuances.ts";
export * from "./ledger.ts";
export * from "./notifications.ts";
export * from "./people.ts";
export * from "./rate-limits.ts";
export * from "./returns.ts";
export * from "./shops.ts";
