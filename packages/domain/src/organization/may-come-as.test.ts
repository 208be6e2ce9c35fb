import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type TestWorld } from "../testing/index.ts";
import { mayComeAs } from "./may-come-as.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await openWorld({ orders: [] });
});
afterAll(() => world.close());

test("whose verified address is a member's comes in, however it is typed", async () => {
  const owner = world.owner.actor.kind === "member" ? world.owner.actor.email : "";
  expect(await mayComeAs(world.tools, { email: owner, email_verified: true })).toBe(true);
  expect(await mayComeAs(world.tools, { email: owner.toUpperCase(), email_verified: true })).toBe(true);
});

test("nobody comes in by an address that is not verified, not quite a member's, or a stranger's", async () => {
  const owner = world.owner.actor.kind === "member" ? world.owner.actor.email : "";
  const wide = owner.replace(/^./, (first) => String.fromCodePoint((first.codePointAt(0) ?? 0) + 0xfee0));
  expect(wide.normalize("NFKC")).toBe(owner);
  for (const said of [
    { email: owner, email_verified: false },
    { email: owner, email_verified: "true" },
    { email: owner },
    { email: wide, email_verified: true },
    { email: `${owner},eve@evil.example`, email_verified: true },
    { email: "stranger@evil.example", email_verified: true },
    { email: "", email_verified: true },
    { email_verified: true },
    {},
  ])
    expect(await mayComeAs(world.tools, said), JSON.stringify(said)).toBe(false);
});
