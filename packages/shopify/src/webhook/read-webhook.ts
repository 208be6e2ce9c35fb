import { z } from "zod";
import { isShopDomain } from "../shop-domain.ts";
import { type ComplianceTopic, isComplianceTopic, isWebhookTopic, type WebhookTopic } from "./topics.ts";

/** A signed body as far as anything in it is used: where to look. What is there is read from the API. */
export type Telling =
  | { readonly kind: "news"; readonly topic: WebhookTopic; readonly subject: string | null }
  | {
      readonly kind: "person";
      readonly topic: Exclude<ComplianceTopic, "shop/redact">;
      readonly person: Person;
    }
  | { readonly kind: "shop_redact"; readonly topic: "shop/redact" };

/** Whom a wish about personal data is about. Personal itself: keep it no longer than the wish takes. */
export interface Person {
  readonly customerId: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly orderIds: readonly string[];
}

/**
 * Reads what a webhook is about. Only the body is signed, so a body under another topic, or under another shop's name
 * where it names its own, is not understood: null.
 */
export function readWebhook(input: { topic: string; shop: string; body: Uint8Array }): Telling | null {
  const { topic } = input;
  const body = parsed(input.body);
  if (!body) return null;
  const own = z.object({ shop_domain: z.string() }).safeParse(body);
  if (own.success && own.data.shop_domain !== input.shop) return null;
  if (isWebhookTopic(topic)) return news(topic, body);
  return isComplianceTopic(topic) && own.success && isShopDomain(input.shop) ? compliance(topic, body) : null;
}

const number = z.union([z.int().positive(), z.string().regex(/^\d{1,20}$/)]);

function news(topic: WebhookTopic, body: unknown): Telling | null {
  const [type, field] = subjects[topic];
  if (!type) return { kind: "news", topic, subject: null };
  const id = number.safeParse(field.split(".").reduce(partOf, body)).data;
  return id ? { kind: "news", topic, subject: `gid://shopify/${type}/${id}` } : null;
}

function partOf(whole: unknown, name: string): unknown {
  return z.object({ [name]: z.unknown() }).safeParse(whole).data?.[name];
}

/** What a topic is about, and the field of its body that says which one. A new order is about who may have paid with credit. */
const subjects: Record<WebhookTopic, readonly [type: "Return" | "Order" | "Customer" | null, field: string]> =
  {
    "returns/request": ["Return", "id"],
    "returns/approve": ["Return", "id"],
    "returns/decline": ["Return", "id"],
    "returns/process": ["Return", "id"],
    "returns/update": ["Return", "id"],
    "returns/cancel": ["Return", "id"],
    "returns/close": ["Return", "id"],
    "returns/reopen": ["Return", "id"],
    "refunds/create": ["Order", "order_id"],
    "orders/create": ["Customer", "customer.id"],
    "orders/updated": ["Order", "id"],
    "order_transactions/create": ["Order", "order_id"],
    "customers/update": ["Customer", "id"],
    "customers/delete": ["Customer", "id"],
    "shop/update": [null, ""],
    "customer_account_settings/update": [null, ""],
    "app/scopes_update": [null, ""],
    "app/uninstalled": [null, ""],
  };

const customer = z.object({
  id: number,
  email: z.string().max(320).nullish(),
  phone: z.string().max(40).nullish(),
});
const orders = z.array(number).max(10_000);
/** The two wishes have bodies alike: each must have its own list of orders and not the other's. */
const dataRequest = z.object({
  customer,
  orders_requested: orders,
  orders_to_redact: z.undefined().optional(),
});
const redaction = z.object({
  customer,
  orders_to_redact: orders,
  orders_requested: z.undefined().optional(),
});
const shopRedaction = z.object({ shop_id: number, customer: z.undefined().optional() });

function compliance(topic: ComplianceTopic, body: unknown): Telling | null {
  if (topic === "shop/redact")
    return shopRedaction.safeParse(body).success ? { kind: "shop_redact", topic } : null;
  if (topic === "customers/data_request") {
    const read = dataRequest.safeParse(body);
    return read.success
      ? { kind: "person", topic, person: person(read.data.customer, read.data.orders_requested) }
      : null;
  }
  const read = redaction.safeParse(body);
  return read.success
    ? { kind: "person", topic, person: person(read.data.customer, read.data.orders_to_redact) }
    : null;
}

function person(of: z.output<typeof customer>, orderNumbers: readonly (string | number)[]): Person {
  return {
    customerId: `gid://shopify/Customer/${of.id}`,
    email: of.email ?? null,
    phone: of.phone ?? null,
    orderIds: orderNumbers.map((id) => `gid://shopify/Order/${id}`),
  };
}

function parsed(bytes: Uint8Array): object | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
