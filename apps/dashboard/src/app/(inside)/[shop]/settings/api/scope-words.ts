import type { ApiScope } from "@kept/domain";

/** What a key with a right may do, in one sentence. */
export const scopeWords: Record<ApiScope, { readonly name: string; readonly about: string }> = {
  quotes: { name: "Quotes", about: "Have returns quoted. Keeps and changes nothing." },
  "returns:read": { name: "Read returns", about: "See every return with its sum and its money." },
  "returns:write": { name: "Make returns", about: "Ask for returns in a customer’s name." },
  "returns:decide": { name: "Decide about returns", about: "Approve and decline." },
  "messages:read": { name: "Read messages", about: "See what customers and the shop write about returns." },
  "messages:write": { name: "Write messages", about: "Write to customers, who get each as an e-mail." },
  "credits:read": { name: "Read credits", about: "See what was issued, with Shopify’s ids." },
  "credits:issue": { name: "Issue credit", about: "Moves money, up to the shop’s limits." },
  "reconciliation:read": { name: "Read reconciliation", about: "See what was compared with Shopify." },
  webhooks: { name: "Webhooks", about: "Say where the shop is told what happens." },
};
