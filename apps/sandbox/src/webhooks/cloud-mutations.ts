import type { Context, Resolvers } from "../graphql/context.ts";
import { userError } from "../graphql/errors.ts";
import { isProject, isTopic } from "./address.ts";
import type { SubscriptionInput, SubscriptionPayload } from "./subscription-mutations.ts";

interface PubSubInput extends SubscriptionInput {
  pubSubProject: string;
  pubSubTopic: string;
}

interface EventBridgeInput extends SubscriptionInput {
  arn: string;
}

interface Verbs {
  subscribe(context: Context, topic: string, input: SubscriptionInput): SubscriptionPayload;
  resubscribe(context: Context, id: string, input: SubscriptionInput): SubscriptionPayload;
}

interface Arguments<I> {
  topic: string;
  id: string;
  webhookSubscription: I;
}

/** The older mutations of their own for Google Cloud and Amazon, with sentences and fields of their own. */
export function cloudMutations({ subscribe, resubscribe }: Verbs): Resolvers[string] {
  return {
    pubSubWebhookSubscriptionCreate: (_source, args: Arguments<PubSubInput>, context) =>
      pubSub(args.webhookSubscription, (input) => subscribe(context, args.topic, input)),
    pubSubWebhookSubscriptionUpdate: (_source, args: Arguments<PubSubInput>, context) =>
      pubSub(args.webhookSubscription, (input) => resubscribe(context, args.id, input)),
    eventBridgeWebhookSubscriptionCreate: (_source, args: Arguments<EventBridgeInput>, context) =>
      eventBridge(subscribe(context, args.topic, withArn(args.webhookSubscription))),
    eventBridgeWebhookSubscriptionUpdate: (_source, args: Arguments<EventBridgeInput>, context) =>
      eventBridge(resubscribe(context, args.id, withArn(args.webhookSubscription))),
  };
}

function pubSub(
  input: PubSubInput,
  go: (input: SubscriptionInput) => SubscriptionPayload,
): SubscriptionPayload {
  const { pubSubProject: project, pubSubTopic: topic } = input;
  const wrong = (name: string, what: string) =>
    userError(["webhookSubscription", name], `Google Cloud Pub/Sub ${what} ID is not valid`);
  const userErrors = [
    ...(isProject(project) ? [] : [wrong("pubSubProject", "project")]),
    ...(isTopic(topic) ? [] : [wrong("pubSubTopic", "topic")]),
  ];
  if (userErrors.length > 0) return { webhookSubscription: null, userErrors };
  return go({ ...input, uri: `pubsub://${project}:${topic}` });
}

function withArn(input: EventBridgeInput): SubscriptionInput {
  return { ...input, uri: input.arn };
}

/** The same refusals, told of the field this mutation calls it by. */
function eventBridge(payload: SubscriptionPayload): SubscriptionPayload {
  const renamed = (field: string[] | null) =>
    field?.map((part) => (part === "callbackUrl" ? "arn" : part)) ?? null;
  return {
    ...payload,
    userErrors: payload.userErrors.map((error) => ({ ...error, field: renamed(error.field) })),
  };
}
