/**
 * The permissions Kept asks a merchant for, each with the one thing it is for. Nothing is asked for later use.
 *
 * - `read_orders`: find the order a customer names, and read what was bought, paid, shipped and refunded.
 * - `read_all_orders`: the same for orders older than 60 days; a return window and a late parcel pass that easily.
 * - `read_customers`: know whose order it is; the credit goes to that customer's account.
 * - `read_products`: tags, type and collections of what was bought, for rules such as "final sale".
 * - `read_fulfillments`: when it was shipped and delivered, from where windows are counted.
 * - `read_locations`: where goods that came back can be put on the shelf again.
 * - `read_returns`, `write_returns`: request, approve and process returns, refund included.
 * - `write_orders`: refund an order for which no return exists.
 * - `read_store_credit_accounts`: show the balance.
 * - `read_store_credit_account_transactions`: see what arrived, to be sure and to reconcile.
 * - `write_store_credit_account_transactions`: give the bonus; take a credit back.
 */
export const requiredScopes = [
  "read_orders",
  "read_all_orders",
  "read_customers",
  "read_products",
  "read_fulfillments",
  "read_locations",
  "read_returns",
  "write_returns",
  "write_orders",
  "read_store_credit_accounts",
  "read_store_credit_account_transactions",
  "write_store_credit_account_transactions",
] as const;

export type Scope = (typeof requiredScopes)[number];

/** What is needed and was not granted. `write_x` contains `read_x`. */
export function missingScopes(granted: readonly string[]): Scope[] {
  const has = new Set(granted.flatMap((scope) => [scope, scope.replace(/^write_/, "read_")]));
  return requiredScopes.filter((scope) => !has.has(scope));
}
