import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { fetchAlong, NotAllowedOut, toAccountsOf, toShops, wayTo, wayWithin } from "./outbound.ts";

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
  await expect(fetchAlong(wayTo(toShops))(url)).rejects.toThrow(NotAllowedOut);
});

test("an answer that points elsewhere is not followed", async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(307, { location: "/elsewhere" }).end();
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  const out = fetchAlong(wayTo(toShops), () => `http://127.0.0.1:${port}/token`);
  await expect(out("https://bloom.myshopify.com/admin/oauth/access_token")).rejects.toThrow();
  expect(asked).toEqual(["/token"]);
  server.close();
});

const accounts = wayTo(toAccountsOf("bloom.myshopify.com", "https://account.bloom.example/"));

test.each([
  "https://bloom.myshopify.com/.well-known/openid-configuration",
  "https://shopify.com/authentication/1/oauth/token",
  "https://account.bloom.example/authentication/oauth/token",
])("a shop's accounts can be at %s", (url) => {
  expect(accounts(url)).toBe(true);
});

test.each([
  "https://fjord.myshopify.com/",
  "https://evil.shopify.com.example/",
  "https://account.bloom.example:8443/",
  "http://shopify.com/authentication/1/oauth/token",
  "https://169.254.169.254/",
  "https://localhost/",
])("and not at %s", (url) => {
  expect(accounts(url)).toBe(false);
});

test.each([null, "", "https://169.254.169.254/", "https://[::1]/", "https://localhost/", "no address"])(
  "accounts said to be at %j are at Shopify or nowhere",
  (accountsUrl) => {
    const way = wayTo(toAccountsOf("bloom.myshopify.com", accountsUrl));
    for (const host of ["169.254.169.254", "[::1]", "localhost"]) expect(way(`https://${host}/`)).toBe(false);
    expect(way("https://shopify.com/authentication/1")).toBe(true);
  },
);

test("a stand-in's answers lead to the stand-in alone", () => {
  const way = wayWithin("http://localhost:3002");
  expect(way("http://localhost:3002/authentication/1")).toBe(true);
  for (const url of ["http://localhost:3003/", "https://localhost:3002/", "http://127.0.0.1:3002/"])
    expect(way(url)).toBe(false);
});
