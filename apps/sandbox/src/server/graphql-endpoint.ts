import type { Context } from "../graphql/context.ts";
import { check, run } from "../graphql/execute.ts";
import type { Installation } from "../oauth/installation.ts";
import { settleClosings } from "../returns/transitions.ts";
import { settleExpiries } from "../store-credit/find-account.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import type { World } from "../world/world.ts";
import { type Call, json, type Reply, readJson } from "./exchange.ts";

/** POST /{shop}.myshopify.com/admin/api/{version}/graphql.json */
export async function answerGraphql(
  world: World,
  call: Call,
  domain: string,
  version: string,
): Promise<Reply> {
  const shop = world.shops.get(domain);
  if (!shop) return json(404, { errors: "Not Found" });
  const installation = installationOf(world, shop, call);
  if (!installation)
    return json(401, {
      errors: "[API] Invalid API key or access token (unrecognized login or wrong password)",
    });
  const body = readJson(call) as { query?: unknown; variables?: unknown; operationName?: string } | undefined;
  if (typeof body?.query !== "string")
    return json(400, { errors: { query: "Required parameter missing or invalid" } });
  const variables = (body.variables ?? {}) as Record<string, unknown>;
  const prepared = check(version, { query: body.query, operationName: body.operationName, variables });
  const headers = { "x-shopify-api-version": version };
  if (!prepared.ready) return json(200, prepared.answer, headers);
  settle(shop);
  const context: Context = { world, shop, installation, version, variables, requestId: call.requestId };
  const { answer, cost } = await run(prepared, context);
  world.commit();
  const throttleStatus = { maximumAvailable: 2000, currentlyAvailable: 2000 - cost.actual, restoreRate: 100 };
  return json(
    200,
    {
      ...answer,
      extensions: {
        cost: { requestedQueryCost: cost.requested, actualQueryCost: cost.actual, throttleStatus },
      },
    },
    headers,
  );
}

/** Lets time and yesterday's work catch up before anybody looks. */
export function settle(shop: ShopWorld): void {
  settleExpiries(shop);
  settleClosings(shop);
}

function installationOf(world: World, shop: ShopWorld, call: Call): Installation | undefined {
  const token = call.headers["x-shopify-access-token"];
  if (typeof token !== "string") return undefined;
  const installation = shop.installations.by(token)[0];
  if (!installation || installation.accessToken !== token || installation.revokedAt) return undefined;
  return installation.expiresAt && installation.expiresAt <= world.nowText() ? undefined : installation;
}
