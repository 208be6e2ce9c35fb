// Serves the portal: Next's pages as plain documents, without the framework's client. See src/server/serve.ts.
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import next from "next";
import pino from "pino";
import { env } from "./src/server/env.ts";
import { hostsOf } from "./src/server/hosts.ts";
import { serve } from "./src/server/serve.ts";
import { styleSheets } from "./src/server/style-sheets.ts";

const { local, port, portalUrl, proxyHops, linkKey, shopify, logLevel } = env();
// The pages run in a bundle, which has no files beside it: it is told where this one is.
(globalThis as { keptPhotoProgram?: string }).keptPhotoProgram = fileURLToPath(
  import.meta.resolve("@kept/domain/rewrite-photo"),
);
const log = pino({ name: "portal", level: logLevel });
const dev = process.argv.includes("--dev");

const app = next({ dev, dir: import.meta.dirname, hostname: "localhost", port });
await app.prepare();
const settings = {
  pages: app.getRequestHandler(),
  log,
  proxyHops,
  linkKey,
  shopAtHost: hostsOf(portalUrl),
  https: portalUrl.startsWith("https://"),
  pictures: shopify.baseUrl,
  // In development Next makes them anew with every change, and pages link them.
  sheets: dev ? new Map<string, string>() : styleSheets(import.meta.dirname),
};

const server = createServer((request, response) => {
  serve(settings, request, response).catch((error: unknown) => {
    log.error({ err: error }, "request");
    response.destroy();
  });
});
// Longer than proxies keep an idle connection: closed by us first, it would swallow the request they just sent on it.
server.keepAliveTimeout = 75_000;
// Long enough for eight photos from a phone.
server.requestTimeout = 120_000;
// On one's own machine nobody else is to reach it; elsewhere the proxy must.
server.listen(port, local ? "127.0.0.1" : "0.0.0.0", () => log.info({ port }, "portal is up"));

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), 3_000).unref();
  });
}
