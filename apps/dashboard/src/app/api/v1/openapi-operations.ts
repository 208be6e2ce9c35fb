import { returnResource, topics } from "@kept/domain";
import { z } from "zod";
import { problemResponses, ref, requestId } from "./openapi.ts";
import type { Operation } from "./operation.ts";
import { operations, pathParts } from "./operations.ts";
import { nameOf } from "./schema-name.ts";

/** Every operation but quotes, by path and method, made from the table that also makes the page. */
export function otherPaths(origin: string): Record<string, Record<string, ReturnType<typeof described>>> {
  const paths: Record<string, Record<string, ReturnType<typeof described>>> = {};
  for (const operation of operations)
    paths[operation.path] = { ...paths[operation.path], [operation.method]: described(operation, origin) };
  return paths;
}

function described(operation: Operation, origin: string) {
  const { id, summary, description, scope, body, answer, problems } = operation;
  return {
    operationId: id,
    summary,
    description: `${description} Needs the right \`${scope}\`.`,
    parameters: parametersOf(operation),
    ...(body && {
      requestBody: { required: true, content: { "application/json": { schema: refOf(body) } } },
    }),
    responses: {
      [String(answer.status)]: {
        description: answer.about,
        headers: { "X-Request-Id": requestId, RateLimit: rateLimit },
        ...(answer.schema && { content: { "application/json": { schema: refOf(answer.schema) } } }),
      },
      ...problemResponses(origin, problems),
    },
  };
}

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly description: string;
  readonly schema: object;
}

export function parametersOf({ path, query, once }: Operation): Parameter[] {
  const parts = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({
    name,
    in: "path" as const,
    required: true,
    description: pathParts[name] ?? "",
    schema: { type: "string" },
  }));
  const asked = Object.entries(query?.shape ?? {}).map(([name, schema]) => {
    const { $schema: _, description = "", ...json } = z.toJSONSchema(schema as z.ZodType, { io: "input" });
    return { name, in: "query" as const, required: false, description, schema: json };
  });
  return [...parts, ...asked, ...(once ? [{ ...idempotencyKey, required: once === "required" }] : [])];
}

const idempotencyKey: Parameter = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description:
    "A name of your own for this request. Asked again within a day, the answer is repeated (`Idempotent-Replayed: true`) and nothing is done again.",
  schema: { type: "string", maxLength: 255 },
};

const rateLimit = { description: "How much of the key's allowance is left.", schema: { type: "string" } };

/** What is posted to a webhook endpoint. */
export const webhookLetter = z
  .strictObject({
    id: z.string().describe("Names the letter, as the header `webhook-id` does. Sent again, it is the same."),
    type: z.enum(topics),
    timestamp: z.iso.datetime().describe("When it happened."),
    shop: z.strictObject({ domain: z.string(), handle: z.string() }),
    data: returnResource.describe("The return as it stood then, with its sum and its money."),
  })
  .meta({
    id: "WebhookLetter",
    description:
      "What is posted to a webhook endpoint. Signed by the Standard Webhooks scheme: `webhook-signature` is the HMAC-SHA256 of `webhook-id.webhook-timestamp.body`, while a secret is being changed once for each. Answer 2xx within ten seconds; anything else is tried again, twelve times within three days. Letters may come twice and in any order.",
  });

export function describedWebhooks() {
  const posted = { required: true, content: { "application/json": { schema: ref("WebhookLetter") } } };
  return Object.fromEntries(
    topics.map((topic) => [
      topic,
      {
        post: {
          operationId: `told-${topic}`,
          requestBody: posted,
          responses: { "2XX": { description: "It was taken." } },
        },
      },
    ]),
  );
}

function refOf(schema: z.ZodType) {
  return ref(nameOf(schema));
}
