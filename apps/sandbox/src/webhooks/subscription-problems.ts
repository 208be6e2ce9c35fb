import { type UserError, userError } from "../graphql/errors.ts";
import { addressProblems, isCloud } from "./address.ts";
import type { Subscription } from "./subscription.ts";

/** Everything a subscription is judged by, before it is kept. */
export type Draft = Pick<Subscription, "topic" | "address" | "format" | "filter" | "name">;

/**
 * What keeps a subscription from being made or changed, as recorded: first a format or a filter that does not fit, then
 * all that is wrong with its name, then all that is wrong with its address, then another one like it.
 */
export function subscriptionProblems(
  draft: Draft,
  others: readonly Subscription[],
  appId: number,
): UserError[] {
  const format = formatProblem(draft);
  if (format) return [userError(["webhookSubscription", "format"], format)];
  const filter = filterProblem(draft.filter);
  if (filter) return [userError(["webhookSubscription"], filter)];
  const names = nameProblems(draft, others);
  if (names.length > 0) return names.map((message) => userError(["webhookSubscription", "name"], message));
  const address = ["webhookSubscription", "callbackUrl"];
  const wrong = addressProblems(draft.address, appId);
  if (wrong.length > 0) return wrong.map((message) => userError(address, message));
  const taken = others.some((other) => key(other) === key(draft));
  return taken ? [userError(address, "Address for this topic has already been taken")] : [];
}

function key({ topic, address, format, filter }: Draft): string {
  return JSON.stringify([topic, address, format ?? "JSON", filter || null]);
}

/** Topics that came after XML went out of use. Recorded of returns; the others are an assumption. */
const jsonOnly =
  /^(returns|reverse_deliveries|reverse_fulfillment_orders|fulfillment_orders|customer_account_settings|app|metaobjects)\//;

function formatProblem({ topic, address, format }: Draft): string | undefined {
  if (format !== "XML") return undefined;
  if (isCloud(address)) return "Format can only be used with format: 'json'";
  return jsonOnly.test(topic)
    ? "Format 'xml' is invalid for this webhook topic. Allowed formats: json"
    : undefined;
}

function filterProblem(filter: string | null | undefined): string | undefined {
  if (!filter) return undefined;
  if (Buffer.byteLength(filter) > 65_535) return "The specified filter exceeds the maximum allowed size.";
  const terms = filter.split(/\s+/).filter((term) => term !== "" && !/^(AND|OR|NOT)$/.test(term));
  return terms.every((term) => /^[-(]*[\w.]+:/.test(term))
    ? undefined
    : "The specified filter is invalid, please ensure you specify the field(s) you wish to filter on.";
}

function nameProblems({ name }: Draft, others: readonly Subscription[]): string[] {
  if (name === null || name === undefined) return [];
  const wrong = "Name name field can only contain alphanumeric characters, underscores, and hyphens";
  if (name === "") return ["Name is too short (minimum is 1 character)", wrong];
  if (!/^[\w-]+$/.test(name)) return [wrong];
  const known = others.some((other) => other.name?.toLowerCase() === name.toLowerCase());
  return known ? ["Name already exists, no duplicate allowed"] : [];
}
