import { connection, type PageArguments } from "../graphql/connection.ts";
import type { Context, Resolvers } from "../graphql/context.ts";
import { userError } from "../graphql/errors.ts";
import { as, gid, idIn } from "../graphql/gid.ts";
import { schemaKey } from "../graphql/schema-key.ts";
import type { Subscription } from "./subscription.ts";

interface SubscriptionInput {
  uri?: string | null;
  callbackUrl?: string | null;
}

/** `RETURNS_REQUEST` → `returns/request`; only the last underscore parts the two. */
export function topicOf(enumName: string): string {
  const special: Record<string, string> = {
    APP_UNINSTALLED: "app/uninstalled",
    APP_SCOPES_UPDATE: "app/scopes_update",
    CUSTOMER_ACCOUNT_SETTINGS_UPDATE: "customer_account_settings/update",
  };
  return special[enumName] ?? enumName.toLowerCase().replace(/_(?=[^_]+$)/, "/");
}

function enumOf(topic: string): string {
  return topic.replace("/", "_").toUpperCase();
}

export const subscriptionResolvers: Resolvers = {
  WebhookSubscription: {
    id: (subscription: Subscription) => gid("WebhookSubscription", subscription.id),
    legacyResourceId: (subscription: Subscription) => String(subscription.id),
    topic: (subscription: Subscription) => enumOf(subscription.topic),
    uri: (subscription: Subscription) => subscription.address,
    callbackUrl: (subscription: Subscription) => subscription.address,
    endpoint: (subscription: Subscription) =>
      as("WebhookHttpEndpoint", { callbackUrl: subscription.address }),
    format: () => "JSON",
    apiVersion: (subscription: Subscription) => ({
      handle: subscription.apiVersion,
      displayName: subscription.apiVersion,
      supported: true,
    }),
  },
};

export const subscriptionQueries: Resolvers[string] = {
  webhookSubscription: (_source, { id }: { id: string }, { shop }) =>
    shop.subscriptions.get(idIn(id, "WebhookSubscription")) ?? null,
  webhookSubscriptions: (_source, args: PageArguments & { topics?: string[] | null }, context) =>
    connection(
      own(context).filter((entry) => !args.topics || args.topics.includes(enumOf(entry.topic))),
      args,
      { idOf: (entry) => entry.id },
    ),
};

export const subscriptionMutations: Resolvers[string] = {
  webhookSubscriptionCreate: (
    _source,
    { topic, webhookSubscription }: { topic: string; webhookSubscription: SubscriptionInput },
    context,
  ) => {
    const { shop, world, installation, version } = context;
    const address = webhookSubscription.uri ?? webhookSubscription.callbackUrl ?? "";
    const wrong = addressError(address);
    if (wrong)
      return {
        webhookSubscription: null,
        userErrors: [userError(["webhookSubscription", "callbackUrl"], wrong)],
      };
    if (own(context).some((entry) => entry.topic === topicOf(topic) && entry.address === address)) {
      return {
        webhookSubscription: null,
        userErrors: [
          userError(["webhookSubscription", "callbackUrl"], "Address for this topic has already been taken"),
        ],
      };
    }
    const now = world.nowText();
    const id = world.nextId("WebhookSubscription");
    const made: Subscription = {
      id,
      topic: topicOf(topic),
      address,
      apiVersion: schemaKey(version),
      appKey: installation.appKey,
      declared: false,
      failures: 0,
      createdAt: now,
      updatedAt: now,
    };
    return { webhookSubscription: as("WebhookSubscription", shop.subscriptions.save(made)), userErrors: [] };
  },
  webhookSubscriptionUpdate: (
    _source,
    { id, webhookSubscription }: { id: string; webhookSubscription: SubscriptionInput },
    { shop, world },
  ) => {
    const known = shop.subscriptions.get(idIn(id, "WebhookSubscription"));
    if (!known)
      return {
        webhookSubscription: null,
        userErrors: [userError(["id"], "Webhook subscription does not exist")],
      };
    const address = webhookSubscription.uri ?? webhookSubscription.callbackUrl ?? known.address;
    const wrong = addressError(address);
    if (wrong)
      return {
        webhookSubscription: null,
        userErrors: [userError(["webhookSubscription", "callbackUrl"], wrong)],
      };
    shop.subscriptions.save(Object.assign(known, { address, updatedAt: world.nowText() }));
    return { webhookSubscription: as("WebhookSubscription", known), userErrors: [] };
  },
  webhookSubscriptionDelete: (_source, { id }: { id: string }, { shop }) => {
    const known = shop.subscriptions.get(idIn(id, "WebhookSubscription"));
    if (!known)
      return {
        deletedWebhookSubscriptionId: null,
        userErrors: [userError(["id"], "Webhook subscription does not exist")],
      };
    shop.subscriptions.delete(known.id);
    return { deletedWebhookSubscriptionId: id, userErrors: [] };
  },
};

function own({ shop, installation }: Context): Subscription[] {
  return shop.subscriptions.all().filter((entry) => entry.appKey === installation.appKey && !entry.declared);
}

/** Real Shopify demands HTTPS; the stand-in also takes plain HTTP to this machine, where its apps run. */
function addressError(address: string): string | undefined {
  if (!URL.canParse(address)) return "Address is invalid";
  const { protocol, hostname } = new URL(address);
  const here = hostname === "localhost" || hostname === "127.0.0.1" || hostname === "[::1]";
  return protocol === "https:" || (protocol === "http:" && here)
    ? undefined
    : "Address protocol http:// is not supported";
}
