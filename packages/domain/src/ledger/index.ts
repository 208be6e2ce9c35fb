export { balances } from "./balances.ts";
export type { Account } from "./ledger.ts";
