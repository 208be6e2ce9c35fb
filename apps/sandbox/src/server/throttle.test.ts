import { expect, test } from "vitest";
import { listen } from "../testing/listen.ts";
import { openShop } from "../testing/stand-in.ts";

test("a bucket holds and gets back what the shop's plan allows", async () => {
  const statusOf = async (plan: "standard" | "advanced" | "plus" | "enterprise") => {
    const answer = await openShop({ plan }).ask("{ shop { name } }");
    const { maximumAvailable, restoreRate } = answer.extensions.cost.throttleStatus;
    return [maximumAvailable, restoreRate];
  };
  expect(await statusOf("standard")).toEqual([2_000, 100]);
  expect(await statusOf("advanced")).toEqual([4_000, 200]);
  expect(await statusOf("plus")).toEqual([20_000, 1_000]);
  expect(await statusOf("enterprise")).toEqual([40_000, 2_000]);
});

test("being throttled is an answer like any other, and every answer has a name of its own", async () => {
  const bloom = openShop();
  const server = await listen(bloom.world);
  const { accessToken: token = "", appKey = "" } = bloom.shop.installations.all()[0] ?? {};
  // So far in debt that no slow machine fills it up again meanwhile.
  bloom.world.throttle.giveBack(bloom.shop.shop, appKey, -1_000_000);
  const dear = `{ orders(first: 50) { nodes { lineItems(first: 50) { nodes { product { id } } } } } }`;
  const send = () =>
    fetch(`${server.url}/${bloom.domain}/admin/api/2026-10/graphql.json`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-shopify-access-token": token },
      body: JSON.stringify({ query: dear }),
    });
  const replies = await Promise.all(Array.from({ length: 3 }, send));
  const bodies = (await Promise.all(replies.map((reply) => reply.json()))) as {
    errors?: { extensions: { code: string } }[];
  }[];
  await server.close();
  expect(bodies.every(({ errors }) => errors?.[0]?.extensions.code === "THROTTLED")).toBe(true);
  expect(replies.every((reply) => reply.status === 200)).toBe(true);
  expect(new Set(replies.map((reply) => reply.headers.get("x-request-id"))).size).toBe(3);
});
