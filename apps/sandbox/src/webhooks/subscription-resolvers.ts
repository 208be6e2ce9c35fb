import { apiVersionOn } from "../graphql/api-versions.ts";
import { connection, type PageArguments } from "../graphql/connection.ts";
import type { Context, Resolvers } from "../graphql/context.ts";
import { as, gid, idIn } from "../graphql/gid.ts";
import { matches, parseSearch, type SearchField } from "../graphql/search.ts";
import { isCloud, pubSubParts } from "./address.ts";
import type { Subscription } from "./subscription.ts";
import { own } from "./subscription-mutations.ts";
import { enumOf } from "./topics.ts";

interface ListArguments extends PageArguments {
  topics?: string[] | null;
  query?: string | null;
  uri?: string | null;
  callbackUrl?: string | null;
  format?: string | null;
}

export const subscriptionResolvers: Resolvers = {
  WebhookSubscription: {
    id: (subscription: Subscription) => gid("WebhookSubscription", subscription.id),
    legacyResourceId: (subscription: Subscription) => String(subscription.id),
    topic: (subscription: Subscription) => enumOf(subscription.topic),
    uri: (subscription: Subscription) => subscription.address,
    /** Recorded for every address that is not HTTP, Google's too. */
    callbackUrl: ({ address }: Subscription) => (isCloud(address) ? "https://eventbridge.arn" : address),
    endpoint: ({ address }: Subscription) => endpointOf(address),
    format: (subscription: Subscription) => subscription.format ?? "JSON",
    filter: (subscription: Subscription) => subscription.filter ?? null,
    name: (subscription: Subscription) => subscription.name ?? null,
    includeFields: (subscription: Subscription) => subscription.includeFields ?? [],
    metafields: (subscription: Subscription) => subscription.metafields ?? [],
    metafieldNamespaces: (subscription: Subscription) => subscription.metafieldNamespaces ?? [],
    apiVersion: (subscription: Subscription, _args, { world }) =>
      apiVersionOn(world.now(), subscription.apiVersion),
  },
};

export const subscriptionQueries: Resolvers[string] = {
  webhookSubscription: (_source, { id }: { id: string }, { shop }) =>
    shop.subscriptions.get(idIn(id, "WebhookSubscription")) ?? null,
  webhookSubscriptions: (_source, args: ListArguments, context) =>
    connection(listed(context, args), args, { idOf: (entry) => entry.id }),
  webhookSubscriptionsCount: (_source, args: ListArguments, context) => ({
    count: listed(context, args).length,
    precision: "EXACT",
  }),
};

const fields: Record<string, SearchField<Subscription>> = {
  id: (entry) => entry.id,
  created_at: (entry) => new Date(entry.createdAt),
  updated_at: (entry) => new Date(entry.updatedAt),
  topic: (entry) => entry.topic,
  uri: (entry) => entry.address,
  format: (entry) => entry.format ?? "JSON",
};

function listed(context: Context, args: ListArguments): Subscription[] {
  const search = parseSearch(args.query);
  const address = args.uri ?? args.callbackUrl;
  return own(context).filter(
    (entry) =>
      (!args.topics?.length || args.topics.includes(enumOf(entry.topic))) &&
      (!address || entry.address === address) &&
      (!args.format || (entry.format ?? "JSON") === args.format) &&
      matches(search, entry, fields),
  );
}

function endpointOf(address: string): object {
  const parts = pubSubParts(address);
  if (parts) return as("WebhookPubSubEndpoint", { pubSubProject: parts.project, pubSubTopic: parts.topic });
  if (address.startsWith("arn:")) return as("WebhookEventBridgeEndpoint", { arn: address });
  return as("WebhookHttpEndpoint", { callbackUrl: address });
}
