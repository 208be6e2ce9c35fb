import type { Context, Resolvers } from "../graphql/context.ts";
import { type UserError, userError } from "../graphql/errors.ts";
import { as, idIn } from "../graphql/gid.ts";
import { schemaKey } from "../graphql/schema-key.ts";
import { appIdOf } from "../oauth/installation.ts";
import { cloudMutations } from "./cloud-mutations.ts";
import type { Subscription } from "./subscription.ts";
import { subscriptionProblems } from "./subscription-problems.ts";
import { topicOf } from "./topics.ts";

export interface SubscriptionInput {
  uri?: string | null;
  callbackUrl?: string | null;
  format?: "JSON" | "XML" | null;
  filter?: string | null;
  name?: string | null;
  includeFields?: string[] | null;
  metafieldNamespaces?: string[] | null;
  metafields?: { namespace?: string | null; key: string }[] | null;
}

interface CreateArguments {
  topic: string;
  webhookSubscription: SubscriptionInput;
}

interface UpdateArguments {
  id: string;
  webhookSubscription: SubscriptionInput;
}

export const subscriptionMutations: Resolvers[string] = {
  webhookSubscriptionCreate: (_source, { topic, webhookSubscription }: CreateArguments, context) =>
    subscribe(context, topic, webhookSubscription),
  webhookSubscriptionUpdate: (_source, { id, webhookSubscription }: UpdateArguments, context) =>
    resubscribe(context, id, webhookSubscription),
  webhookSubscriptionDelete: (_source, { id }: { id: string }, { shop }) => {
    const known = shop.subscriptions.get(idIn(id, "WebhookSubscription"));
    if (!known) return { deletedWebhookSubscriptionId: null, userErrors: unknown };
    shop.subscriptions.delete(known.id);
    return { deletedWebhookSubscriptionId: id, userErrors: [] };
  },
  ...cloudMutations({ subscribe, resubscribe }),
};

const unknown = [userError(["id"], "Webhook subscription does not exist")];

export interface SubscriptionPayload {
  webhookSubscription: Subscription | null;
  userErrors: UserError[];
}

/** What an app subscribed to itself; its configuration's are none of these. */
export function own({ shop, installation }: Pick<Context, "shop" | "installation">): Subscription[] {
  return shop.subscriptions.all().filter((entry) => entry.appKey === installation.appKey && !entry.declared);
}

function subscribe(context: Context, topic: string, input: SubscriptionInput): SubscriptionPayload {
  const { shop, world, installation, version } = context;
  const now = world.nowText();
  const draft: Omit<Subscription, "id"> = {
    ...wished(context, input),
    topic: topicOf(topic),
    address: addressIn(input) ?? "",
    apiVersion: installation.webhookVersion ?? schemaKey(version),
    appKey: installation.appKey,
    declared: false,
    failures: 0,
    createdAt: now,
    updatedAt: now,
  };
  const problems = subscriptionProblems(draft, own(context), appIdOf(installation));
  if (problems.length > 0) return { webhookSubscription: null, userErrors: problems };
  const made = shop.subscriptions.save({ ...draft, id: world.nextId("WebhookSubscription") });
  return { webhookSubscription: as("WebhookSubscription", made), userErrors: [] };
}

function resubscribe(context: Context, id: string, input: SubscriptionInput): SubscriptionPayload {
  const { shop, world, installation } = context;
  const known = shop.subscriptions.get(idIn(id, "WebhookSubscription"));
  if (!known) return { webhookSubscription: null, userErrors: unknown };
  const draft = { ...known, ...wished(context, input), address: addressIn(input) ?? known.address };
  const others = own(context).filter((entry) => entry !== known);
  const problems = subscriptionProblems(draft, others, appIdOf(installation));
  if (problems.length > 0) return { webhookSubscription: null, userErrors: problems };
  shop.subscriptions.save(Object.assign(known, draft, { updatedAt: world.nowText() }));
  return { webhookSubscription: as("WebhookSubscription", known), userErrors: [] };
}

function addressIn(input: SubscriptionInput): string | undefined {
  return (input.uri ?? input.callbackUrl)?.trim();
}

/** Only what was said; `$app` stands for the app's own namespace. */
function wished({ installation }: Context, input: SubscriptionInput): Partial<Subscription> {
  const mine = `app--${appIdOf(installation)}`;
  const namespaces = input.metafieldNamespaces?.map((name) =>
    name.replace(/^\$app:/, `${mine}--`).replace(/^\$app$/, mine),
  );
  return {
    ...(input.format ? { format: input.format } : {}),
    ...(input.filter === undefined ? {} : { filter: input.filter }),
    ...(input.name === undefined ? {} : { name: input.name }),
    ...(input.includeFields ? { includeFields: input.includeFields } : {}),
    ...(namespaces ? { metafieldNamespaces: namespaces } : {}),
    ...(input.metafields ? { metafields: input.metafields } : {}),
  };
}
