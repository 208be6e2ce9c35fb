import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { fetchOnlyTo, NotAllowedOut, toShops } from "./outbound.ts";

test.each([
  "http://bloom.myshopify.com/",
  "https://bloom.myshopify.com:8443/",
  "https://user:secret@bloom.myshopify.com/",
  "https://bloom.myshopify.com.evil.example/",
  "https://evil.example/bloom.myshopify.com",
  "https://shopify.com/",
  "https://169.254.169.254/latest/meta-data",
  "https://[::1]/",
  "https://2130706433/",
  "https://localhost/",
])("nothing leaves for %s", async (url) => {
  await expect(fetchOnlyTo(toShops, null)(url)).rejects.toThrow(NotAllowedOut);
});

test("an answer that points elsewhere is not followed", async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(307, { location: "/elsewhere" }).end();
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  const out = fetchOnlyTo(toShops, () => `http://127.0.0.1:${port}/token`);
  await expect(out("https://bloom.myshopify.com/admin/oauth/access_token")).rejects.toThrow();
  expect(asked).toEqual(["/token"]);
  server.close();
});
