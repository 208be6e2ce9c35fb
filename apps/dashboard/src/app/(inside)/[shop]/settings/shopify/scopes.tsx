import type { Readiness } from "@kept/domain";

/** Why each permission is needed, in the merchant's words. */
const why: Record<string, string> = {
  read_orders: "to find the order a customer returns from",
  read_all_orders: "to find orders older than sixty days",
  read_customers: "to know whose credit account it is",
  read_products: "to show pictures and apply rules per product",
  read_fulfillments: "to know what was shipped and when",
  read_locations: "to put what came back on the right shelf again",
  read_returns: "to see returns made in Shopify",
  write_returns: "to create and process the return in Shopify",
  write_orders: "to refund the order",
  read_store_credit_accounts: "to show a customer's balance",
  read_store_credit_account_transactions: "to prove that a credit arrived once",
  write_store_credit_account_transactions: "to issue store credit",
};

export function Scopes({ scopes }: { scopes: Readiness["scopes"] }) {
  const missing = scopes.some(({ granted }) => !granted);
  return (
    <details open={missing} className="mt-2">
      <summary className="underline decoration-line-strong underline-offset-4 hover:text-ink">
        The permissions, one by one
      </summary>
      <ul className="mt-2 grid gap-1.5">
        {scopes.map(({ scope, granted }) => (
          <li key={scope} className="flex items-baseline gap-2">
            <span aria-hidden="true" className={granted ? "text-accent-ink" : "text-person"}>
              {granted ? "✓" : "○"}
            </span>
            <span>
              <span className="sr-only">{granted ? "Granted: " : "Missing: "}</span>
              <code className="font-mono text-xs text-ink">{scope}</code> {why[scope]}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
