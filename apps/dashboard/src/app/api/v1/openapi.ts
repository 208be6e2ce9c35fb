import { z } from "zod";
import { describedWebhooks, otherPaths, webhookLetter } from "./openapi-operations.ts";
import { operations } from "./operations.ts";
import { type ProblemKind, problemKinds, problemOf, problemSchema, problemType } from "./problem.ts";
import { exampleAnswer, exampleProblem, exampleRequest } from "./quotes/examples.ts";
import { quoteAnswer } from "./quotes/quote-answer.ts";
import { quoteRequest } from "./quotes/quote-request.ts";

/** A JSON Schema as OpenAPI 3.1 embeds it: draft 2020-12, with references to `components.schemas`. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly format?: string;
  readonly additionalProperties?: Schema | boolean;
}

/** The published description of the API, made from the very schemas that hold requests and answers to their form. */
export function openApi(origin: string) {
  return {
    openapi: "3.1.1",
    info: {
      title: "Kept",
      version: "1",
      summary: "Returns and their credit, to the cent.",
      description:
        "For a shop's own programs. What is quoted here is what the portal shows, the merchant approves and the customer gets. A key may ask 600 times a minute; every answer says in `RateLimit` how much of that is left. A path that is asked by another method than its own answers 405, as `components.responses.WrongMethod` says. A write that carries an `Idempotency-Key` is done once, and asked again within a day answers the same.",
    },
    servers: [{ url: origin }],
    security: [{ key: [] }],
    paths: { "/api/v1/quotes": { post: quotesOperation(origin) }, ...otherPaths(origin) },
    webhooks: describedWebhooks(),
    components: {
      securitySchemes: {
        key: {
          type: "http",
          scheme: "bearer",
          bearerFormat: "kept_live_…",
          description:
            "A key of the shop, made by an owner or manager under Settings › API. It opens that shop only.",
        },
      },
      schemas: schemas(),
      responses: { WrongMethod: problemResponses(origin, ["wrong-method"])["405"] },
    },
  };
}

function quotesOperation(origin: string) {
  return {
    operationId: "quoteReturn",
    summary: "Quote a return",
    description:
      "What units of an order would be worth if they came back now, from the order as Shopify has it and the shop's policy in force. Nothing is kept, and asking again costs nothing but the allowance: 120 requests a minute for a key, 240 for a shop.",
    parameters: [
      {
        name: "Accept-Language",
        in: "header",
        required: false,
        description:
          "The language of the rows' `text`: ar, de, en, es, fr, it, ja, nl or pt, with any region.",
        schema: { type: "string" },
        example: "en",
      },
    ],
    requestBody: {
      required: true,
      content: { "application/json": { schema: ref("QuoteRequest"), example: exampleRequest } },
    },
    responses: {
      "200": {
        description: "The quote.",
        headers: { "X-Request-Id": requestId },
        content: { "application/json": { schema: ref("Quote"), example: exampleAnswer() } },
      },
      ...problemResponses(origin, quoteProblems),
    },
  };
}

const quoteProblems: readonly ProblemKind[] = [
  "not-json",
  "not-authorized",
  "scope-missing",
  "order-not-found",
  "too-large",
  "not-supported",
  "invalid",
  "too-many-requests",
  "failed",
  "unavailable",
];

export const requestId = { description: "Names this request.", schema: { type: "string" } };
const retryAfter = { description: "Seconds to wait.", schema: { type: "integer" } };

/** One response a status; where several kinds share one, each has its example. */
export function problemResponses(origin: string, kinds: readonly ProblemKind[]) {
  const byStatus = Map.groupBy(kinds, (kind) => problemKinds[kind].status);
  return Object.fromEntries(
    [...byStatus].map(([status, same]) => {
      const waits = status === 429 || status === 503;
      const headers = { "X-Request-Id": requestId, ...(waits && { "Retry-After": retryAfter }) };
      const examples = Object.fromEntries(same.map((kind) => [kind, { value: exampleOf(origin, kind) }]));
      const content = { "application/problem+json": { schema: ref("Problem"), examples } };
      const description = same
        .map((kind) => `${problemKinds[kind].title}. ${problemKinds[kind].about}`)
        .join(" Or: ");
      const types = same.map((kind) => problemType(origin, kind));
      return [String(status), { description, headers, content, "x-problem-types": types }];
    }),
  );
}

function exampleOf(origin: string, kind: ProblemKind) {
  const example = exampleProblem(origin);
  if (kind === "invalid") return example;
  const detail = problemKinds[kind].about;
  return problemOf({ kind, detail }, { origin, requestId: example.requestId });
}

export function ref(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

/** Every named schema, as a component of its own. */
function schemas(): Record<string, Schema> {
  const named = operations.flatMap(({ body, answer }) =>
    [body, answer.schema].filter((each) => each !== undefined),
  );
  const all = z.strictObject({
    quoteRequest,
    quoteAnswer,
    problemSchema,
    webhookLetter,
    ...Object.fromEntries([...new Set(named)].map((schema, index) => [`named${index}`, schema])),
  });
  const { $defs } = z.toJSONSchema(all, { io: "input" });
  const text = JSON.stringify($defs).replaceAll('"#/$defs/', '"#/components/schemas/');
  const found = JSON.parse(text) as Record<string, Schema & { id?: string }>;
  return Object.fromEntries(Object.entries(found).map(([name, { id: _, ...schema }]) => [name, schema]));
}
