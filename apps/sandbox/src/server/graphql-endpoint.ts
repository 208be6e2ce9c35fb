import { Kind } from "graphql";
import type { Fault } from "../faults/fault.ts";
import type { Target } from "../faults/faults.ts";
import type { Context } from "../graphql/context.ts";
import { requestedCost } from "../graphql/cost/requested-cost.ts";
import { type Answer, check, type Prepared, run } from "../graphql/execute.ts";
import { installationFor } from "../oauth/installation-for.ts";
import { flight, keyOf } from "../refunds/idempotency.ts";
import { settleClosings } from "../returns/transitions.ts";
import { settleExpiries } from "../store-credit/find-account.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import type { World } from "../world/world.ts";
import { type Call, json, type Reply, readJson } from "./exchange.ts";
import { after, before } from "./fault-effects.ts";
import { mostPerQuery, type ThrottleStatus } from "./throttle.ts";

type Ready = Extract<Prepared, { ready: true }>;

/** POST /{shop}.myshopify.com/admin/api/{version}/graphql.json */
export async function answerGraphql(
  world: World,
  call: Call,
  domain: string,
  version: string,
): Promise<Reply> {
  const shop = world.shops.get(domain);
  if (!shop) return json(404, { errors: "Not Found" });
  const installation = installationFor(world, shop, call);
  if (!installation) return unauthorized();
  const body = readJson(call) as { query?: unknown; variables?: unknown; operationName?: string } | undefined;
  if (typeof body?.query !== "string")
    return json(400, { errors: { query: "Required parameter missing or invalid" } });
  const variables = (body.variables ?? {}) as Record<string, unknown>;
  const prepared = check(version, { query: body.query, operationName: body.operationName, variables });
  if (!prepared.ready) return json(200, prepared.answer, apiVersion(version));
  const context: Context = { world, shop, installation, version, variables, requestId: call.requestId };
  const target = targetOf(prepared, shop, call.requestId);
  const fault = world.faults.strike(target);
  if (!fault) return carryOut(prepared, context, target);
  return withFault(fault, prepared, context, target);
}

/** The points, the work, the journal, the answer. */
async function carryOut(prepared: Ready, context: Context, target: Target): Promise<Reply> {
  const { world, shop, installation, version } = context;
  const requested = requestedCost(prepared.schema, prepared.document, prepared.operation, context.variables);
  if (requested > mostPerQuery) return json(200, tooExpensive(requested), apiVersion(version));
  const { taken, status } = world.throttle.take(shop.shop, installation.appKey, requested);
  if (!taken) return json(200, throttled(requested, status), apiVersion(version));
  settle(shop);
  const reading = prepared.operation.operation !== "mutation";
  if (!reading) world.past.remember(shop, world.faults.longestLag(shop.domain, shop.shop.handle));
  const lag = reading ? world.faults.lagOf(target) : 0;
  const seen = lag > 0 ? { ...context, shop: world.past.asOf(shop, lag) } : context;
  const { answer, actual } = await run(prepared, seen, requested);
  world.commit();
  const throttleStatus = world.throttle.giveBack(shop.shop, installation.appKey, requested - actual);
  const cost = { requestedQueryCost: requested, actualQueryCost: actual, throttleStatus };
  return json(200, { ...answer, extensions: { cost } }, apiVersion(version));
}

async function withFault(fault: Fault, prepared: Ready, context: Context, target: Target): Promise<Reply> {
  const release = holdKey(prepared, context);
  const stopped = await before(fault, context).finally(release);
  if (stopped) return stopped;
  const reply = await carryOut(prepared, context, target);
  return after(fault, reply, context.requestId);
}

/** While a keyed mutation is held up, its key counts as being worked on. */
function holdKey({ operation }: Ready, context: Context): () => void {
  const held = operation.selectionSet.selections.flatMap((selection) => {
    const key =
      selection.kind === Kind.FIELD ? keyOf({ fieldNodes: [selection] }, context.variables) : undefined;
    return key !== undefined && selection.kind === Kind.FIELD
      ? [flight(context, selection.name.value, key)]
      : [];
  });
  for (const key of held) context.world.inFlight.add(key);
  return () => {
    for (const key of held) context.world.inFlight.delete(key);
  };
}

/** Lets time and yesterday's work catch up before anybody looks. */
export function settle(shop: ShopWorld): void {
  settleExpiries(shop);
  settleClosings(shop);
}

export function unauthorized(): Reply {
  return json(401, {
    errors: "[API] Invalid API key or access token (unrecognized login or wrong password)",
  });
}

/** Nothing was executed: safe to send again once there are points. */
export function throttled(
  requested: number,
  throttleStatus: ThrottleStatus,
): Answer & { extensions: object } {
  const documentation = "https://shopify.dev/api/usage/rate-limits";
  const cost = { requestedQueryCost: requested, actualQueryCost: null, throttleStatus };
  return {
    errors: [{ message: "Throttled", extensions: { code: "THROTTLED", documentation } }],
    extensions: { cost },
  };
}

function tooExpensive(cost: number): Answer {
  const documentation = "https://shopify.dev/api/usage/rate-limits";
  const message = `Query cost is ${cost}, which exceeds the single query max cost limit (${mostPerQuery}).\n\nSee ${documentation} for more information on how the cost of a query is calculated.\n\nTo query larger amounts of data with fewer limits, bulk operations should be used instead.\nSee https://shopify.dev/tutorials/perform-bulk-operations-with-admin-api for usage details.\n`;
  return {
    errors: [
      { message, extensions: { code: "MAX_COST_EXCEEDED", cost, maxCost: mostPerQuery, documentation } },
    ],
  };
}

function targetOf({ operation }: Ready, shop: ShopWorld, requestId: string): Target {
  const fields = operation.selectionSet.selections.flatMap((entry) =>
    entry.kind === Kind.FIELD ? [entry.name.value] : [],
  );
  const names = [operation.operation, ...(operation.name ? [operation.name.value] : []), ...fields];
  return { names, shop: shop.domain, handle: shop.shop.handle, requestId };
}

function apiVersion(version: string): Record<string, string> {
  return { "x-shopify-api-version": version };
}
