import { afterAll, beforeAll, expect, test } from "vitest";
import { memberContext } from "../shop/find-shop.ts";
import { value } from "../testing/ask.ts";
import { openWorld, type TestWorld } from "../testing/world.ts";
import { changeBrand } from "./change-brand.ts";
import { repairsOf } from "./repairs.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await openWorld({ orders: [] });
});
afterAll(() => world.close());

const brandNow = async () => {
  const { actor, shop } = world.owner;
  const userId = actor.kind === "member" ? actor.userId : "";
  return (await memberContext(world.tools, { userId, handle: shop.handle, requestId: "test" }))?.shop.brand;
};

test("a shop's looks and words are kept, without those it left empty", async () => {
  const brand = {
    color: "#7a1f3d",
    font: "serif",
    words: { en: { welcome: " Send it back ", lead: " " }, de: {} },
  };
  value(await changeBrand(world.owner, { brand }));
  expect(await brandNow()).toEqual({
    color: "#7a1f3d",
    font: "serif",
    words: { en: { welcome: "Send it back" } },
  });
});

test.each([
  { color: "red;background:url(https://evil.example)" },
  { logoUrl: "javascript:alert(1)" },
  { logoUrl: "http://plain.example/logo.png" },
  { logoUrl: 'https://shop.example/"onerror="x' },
  { font: "Comic Sans" },
  { words: { en: { script: "<script>" } } },
])("%j is refused, and the looks stay as they were", async (brand) => {
  const before = await brandNow();
  expect(await changeBrand(world.owner, { brand })).toMatchObject({ error: { code: "Invalid" } });
  expect(await brandNow()).toEqual(before);
});

test("an agent may not change what customers see", async () => {
  const agent = { ...world.owner, role: "agent" as const };
  expect(await changeBrand(agent, { brand: {} })).toMatchObject({ error: { code: "NotAllowed" } });
});

test("a color that cannot be read is repaired by day, and it is said where", () => {
  const { repairs } = repairsOf({ color: "#fff3a0" });
  expect(repairs.map(({ where, when }) => `${where} by ${when}`)).toEqual(["buttons by day", "words by day"]);
  expect(repairsOf({ color: "#0f5132" }).repairs.every(({ when }) => when === "night")).toBe(true);
});
