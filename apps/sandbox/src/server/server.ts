import { createServer, type Server } from "node:http";
import { signIn } from "../accounts/sign-in.ts";
import { signInAtGoogle } from "../google/sign-in.ts";
import type { World } from "../world/world.ts";
import { json, readCall, send } from "./exchange.ts";
import { route } from "./routes.ts";

/** The whole stand-in as one HTTP server. The caller listens and closes. */
export function serve(world: World): Server {
  const server = createServer(async (request, response) => {
    if (
      request.url?.startsWith("/authentication/") &&
      (await signIn(world, request, response).catch(() => false))
    )
      return;
    if (
      request.url?.startsWith("/google/") &&
      (await signInAtGoogle(world, request, response).catch(() => false))
    )
      return;
    const call = await readCall(request).catch(() => undefined);
    if (!call) return send(response, json(413, { errors: "Payload Too Large" }), "");
    try {
      send(response, await route(world, call), call.requestId);
    } catch (error) {
      // A defect of the stand-in itself: say so instead of pretending to be Shopify having one.
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
      process.stderr.write(`${call.method} ${call.url.pathname} failed: ${detail}\n`);
      send(response, json(500, { errors: "The stand-in failed", detail }), call.requestId);
    }
  });
  server.keepAliveTimeout = 60_000;
  return server;
}
