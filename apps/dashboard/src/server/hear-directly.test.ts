import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hearDirectly } from "./hear-directly.ts";

const server = createServer((asked, response) => {
  if (!hearDirectly(asked, response)) response.writeHead(204).end();
});
let origin = "";

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

test("only what programs tell in floods is heard past Next, and nothing that looks alike", async () => {
  for (const [method, path] of [
    ["GET", "/shopify/webhooks"],
    ["POST", "/shopify/webhooks/"],
    ["POST", "/shopify/webhooks?x=1"],
    ["POST", "/shopify"],
    ["POST", "/constructor"],
  ] as const)
    expect((await fetch(origin + path, { method })).status, `${method} ${path}`).toBe(204);
});

test("a webhook that says it is too long is answered before any of it came", async () => {
  const headers = { "content-length": String(5 * 1024 * 1024 + 1) };
  const asking = request(`${origin}/shopify/webhooks`, { method: "POST", headers });
  asking.flushHeaders();
  const status = await new Promise((answered, failed) => {
    asking.once("response", ({ statusCode }) => answered(statusCode)).once("error", failed);
  });
  asking.on("error", () => {}).destroy();
  expect(status).toBe(413);
});
