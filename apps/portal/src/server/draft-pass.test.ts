import { expect, test } from "vitest";
import { holdsDraftPass, signDraftPass } from "./draft-pass.ts";

const linkKey = Buffer.alloc(32, 0x4c);
const draft = { shopId: "shop-bloom", key: "pZ0kq1" };
const noon = new Date("2026-11-24T12:00:00Z");
const tomorrow = new Date("2026-11-25T12:00:00Z");

test("the browser that found the order may go on with its return", async () => {
  const pass = await signDraftPass(linkKey, draft, tomorrow);
  expect(await holdsDraftPass(linkKey, pass, draft, noon)).toBe(true);
});

test("a pass opens no other return, no other shop, and nothing after a day", async () => {
  const pass = await signDraftPass(linkKey, draft, tomorrow);
  expect(await holdsDraftPass(linkKey, pass, { ...draft, key: "another" }, noon)).toBe(false);
  expect(await holdsDraftPass(linkKey, pass, { ...draft, shopId: "shop-fjord" }, noon)).toBe(false);
  expect(await holdsDraftPass(linkKey, pass, draft, new Date("2026-11-25T12:00:01Z"))).toBe(false);
});

test("no pass, a forged one and one without a signature open nothing", async () => {
  const forged = await signDraftPass(Buffer.alloc(32, 1), draft, tomorrow);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const unsigned = `${part({ alg: "none" })}.${part({ shop: draft.shopId, sub: draft.key, aud: "kept-return-draft" })}.`;
  for (const pass of [undefined, "", "x.y.z", forged, unsigned]) {
    expect(await holdsDraftPass(linkKey, pass, draft, noon)).toBe(false);
  }
});
