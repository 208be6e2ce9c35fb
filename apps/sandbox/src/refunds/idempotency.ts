import { createHash } from "node:crypto";
import type { GraphQLResolveInfo, ValueNode } from "graphql";
import { atLeast, type Context } from "../graphql/context.ts";
import { BadRequest } from "../graphql/errors.ts";
import type { RememberedKey } from "./remembered-key.ts";

const dayMs = 24 * 3_600_000;

/** The key of `@idempotent(key:)` on the field being executed; undefined without the directive. */
export function keyOf(
  info: Pick<GraphQLResolveInfo, "fieldNodes">,
  variables: Record<string, unknown>,
): string | undefined {
  const directive = info.fieldNodes[0]?.directives?.find((entry) => entry.name.value === "idempotent");
  const value = directive?.arguments?.find((entry) => entry.name.value === "key")?.value;
  return value && read(value, variables);
}

/** The key, where the version demands one (2026-04 and later). Throws the recorded refusal when it is missing. */
export function requiredKey(
  info: Pick<GraphQLResolveInfo, "fieldNodes">,
  context: Context,
): string | undefined {
  const key = keyOf(info, context.variables);
  if (key === undefined && atLeast(context, "2026-04")) {
    throw new BadRequest("The @idempotent directive is required for this mutation but was not provided.");
  }
  if (key !== undefined && key.trim() === "") throw new BadRequest("The idempotency key can't be blank.");
  return key;
}

export type Memory =
  | { known: "nothing" }
  | { known: "succeeded"; resultId: number | null }
  | { known: "refusal"; message: string; code: string };

/** What a key was used for in the last 24 hours of the stand-in's clock. */
export function recall(context: Context, operation: string, key: string, input: unknown): Memory {
  const { shop, world } = context;
  if (world.inFlight.has(flight(context, operation, key))) {
    return {
      known: "refusal",
      message: "This request is currently in progress, please try again.",
      code: "IDEMPOTENCY_CONCURRENT_REQUEST",
    };
  }
  const since = world.now().getTime() - dayMs;
  const remembered = shop.rememberedKeys
    .by(key)
    .find((entry) => entry.operation === operation && Date.parse(entry.at) > since);
  if (!remembered) return { known: "nothing" };
  if (remembered.fingerprint !== fingerprint(input)) {
    return {
      known: "refusal",
      message: "The same idempotency key cannot be used with different operation parameters.",
      code: "IDEMPOTENCY_KEY_PARAMETER_MISMATCH",
    };
  }
  if (remembered.outcome === "failed") {
    return {
      known: "refusal",
      message: "A previous request with this idempotency key failed. Retry with a new idempotency key.",
      code: "IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED",
    };
  }
  return { known: "succeeded", resultId: remembered.resultId };
}

export function remember(
  context: Context,
  operation: string,
  key: string,
  input: unknown,
  resultId: number | null,
): void {
  const outcome: RememberedKey["outcome"] = resultId === null ? "failed" : "succeeded";
  const { shop, world } = context;
  for (const old of shop.rememberedKeys.by(key))
    if (old.operation === operation) shop.rememberedKeys.delete(old.id);
  shop.rememberedKeys.save({
    id: world.nextId("RememberedKey"),
    key,
    operation,
    fingerprint: fingerprint(input),
    at: world.now().toISOString(),
    outcome,
    resultId,
  });
}

export function flight(context: Pick<Context, "shop">, operation: string, key: string): string {
  return `${context.shop.domain}/${operation}/${key}`;
}

function fingerprint(input: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(sorted(input)))
    .digest("hex");
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, entry]) => [name, sorted(entry)]),
  );
}

function read(value: ValueNode, variables: Record<string, unknown>): string | undefined {
  if (value.kind === "StringValue") return value.value;
  if (value.kind === "Variable") return String(variables[value.name.value] ?? "");
  return undefined;
}
