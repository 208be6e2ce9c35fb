import { setTimeout as wait } from "node:timers/promises";
import type { Fault } from "../faults/fault.ts";
import type { Context } from "../graphql/context.ts";
import { changeScopes, uninstall } from "../oauth/revoke.ts";
import { json, type Reply } from "./exchange.ts";
import { throttled, unauthorized } from "./graphql-endpoint.ts";

/** A reply that never reaches anybody: the connection is cut. */
export const dropped: Reply = { status: 0, drop: true };

/** What a fault does before the work. A reply means that the work is not done at all. */
export async function before(fault: Fault, context: Context): Promise<Reply | undefined> {
  const { installation, shop, world } = context;
  switch (fault.kind) {
    case "drop-before":
      return dropped;
    case "delay-then-commit":
      await wait(fault.delayMs);
      return undefined;
    case "error-before":
      return badGateway(fault.status);
    case "internal-error-before":
      return internalError(context.requestId);
    case "malformed-before":
      return malformed('{"data":{"order":');
    case "throttle":
      return json(200, throttled(10, world.throttle.take(shop.shop, installation.appKey, 0).status));
    case "expire-token":
      shop.installations.save(Object.assign(installation, { expiresAt: world.nowText() }));
      world.commit();
      return unauthorized();
    case "uninstall":
      uninstall(shop, installation);
      world.commit();
      return unauthorized();
    case "lose-scopes":
      changeScopes(
        shop,
        installation,
        installation.scopes.filter((scope) => !fault.scopes.includes(scope)),
      );
      return undefined;
    default:
      return undefined;
  }
}

/** What a fault makes of the answer to work that is done and saved. */
export async function after(fault: Fault, reply: Reply, requestId: string): Promise<Reply> {
  switch (fault.kind) {
    case "commit-then-drop":
      return dropped;
    case "commit-then-delay":
      await wait(fault.delayMs);
      return reply;
    case "error-after":
      return badGateway(fault.status);
    case "internal-error-after":
      return internalError(requestId);
    case "malformed-after":
      return malformed(String(reply.body).slice(0, Math.max(1, Math.floor(String(reply.body).length / 2))));
    default:
      return reply;
  }
}

export function badGateway(status: number): Reply {
  const body = `<html><head><title>${status}</title></head><body><center><h1>${status}</h1></center></body></html>`;
  return { status, headers: { "content-type": "text/html" }, body };
}

function internalError(requestId: string): Reply {
  const message = `Internal error. Looks like something went wrong on our end.\nRequest ID: ${requestId} (include this in support requests).`;
  return json(200, { errors: [{ message, extensions: { code: "INTERNAL_SERVER_ERROR", requestId } }] });
}

function malformed(body: string): Reply {
  return { status: 200, headers: { "content-type": "application/json; charset=utf-8" }, body };
}
