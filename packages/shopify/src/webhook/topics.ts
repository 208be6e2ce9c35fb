/**
 * What Kept asks to be told, each topic for one thing it follows. Declared in the app's configuration
 * (apps/dashboard/shopify.app.toml), so that a subscription never disappears after failures. `customers/merge` would
 * need a permission of its own; that an order's customer is another one now is seen when its return is compared.
 */
export const webhookTopics = [
  "returns/request",
  "returns/approve",
  "returns/decline",
  "returns/process",
  "returns/update",
  "returns/cancel",
  "returns/close",
  "returns/reopen",
  "refunds/create",
  "orders/create",
  "orders/updated",
  "order_transactions/create",
  "customers/update",
  "customers/delete",
  "shop/update",
  "customer_account_settings/update",
  "app/scopes_update",
  "app/uninstalled",
] as const;

/** What every app must answer for: people's data, and shops that are gone. */
export const complianceTopics = ["customers/data_request", "customers/redact", "shop/redact"] as const;

export type WebhookTopic = (typeof webhookTopics)[number];
export type ComplianceTopic = (typeof complianceTopics)[number];

export function isWebhookTopic(topic: string): topic is WebhookTopic {
  return (webhookTopics as readonly string[]).includes(topic);
}

export function isComplianceTopic(topic: string): topic is ComplianceTopic {
  return (complianceTopics as readonly string[]).includes(topic);
}
