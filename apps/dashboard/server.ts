// Serves the dashboard: Next's own server, behind one look at what Next would answer with a fault.
import { createServer } from "node:http";
import next from "next";
import type { Bundle } from "./src/instrumentation.ts";
import { env } from "./src/server/env.ts";
import { isPath } from "./src/server/path-inside.ts";
import { isTree } from "./src/server/router-tree.ts";

const { KEPT_ENV, PORT: port } = env();
const app = next({ dir: import.meta.dirname, hostname: "localhost", port });
await app.prepare();
const pages = app.getRequestHandler();
// What it leaves here is there with the first page at the latest.
const bundle = globalThis as Bundle;

const server = createServer((request, response) => {
  if (bundle.keptHearsDirectly?.(request, response)) return;
  // Neither can be looked at in proxy.ts: the one is too late there, the other hidden from it.
  if (isPath(request.url ?? "") && isTree(request.headers["next-router-state-tree"]))
    void pages(request, response);
  else response.writeHead(400).end("No page of ours asks like this");
});
// Longer than proxies keep an idle connection: closed by us first, it would swallow the request they just sent on it.
server.keepAliveTimeout = 75_000;
// On one's own machine nobody else is to reach it; elsewhere the proxy in front must.
server.listen(port, KEPT_ENV === "local" ? "localhost" : "0.0.0.0");

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), 3_000).unref();
  });
}
