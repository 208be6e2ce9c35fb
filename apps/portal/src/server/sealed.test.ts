import { expect, test } from "vitest";
import { seal, unseal } from "./sealed.ts";

const linkKey = Buffer.alloc(32, 0x4c);
const noon = new Date("2026-11-24T12:00:00Z");
const ends = new Date("2026-11-24T12:10:00Z");

test("what was sealed opens for its purpose, in its time, with its key, and reads as nothing", async () => {
  const sealed = await seal(linkKey, "sign-in", { state: "s3cret" }, ends);
  expect(Buffer.from(sealed, "base64url").toString()).not.toContain("s3cret");
  expect(await unseal(linkKey, "sign-in", sealed, noon)).toEqual({ state: "s3cret" });
  expect(await unseal(linkKey, "customer", sealed, noon)).toBeNull();
  expect(await unseal(linkKey, "sign-in", sealed, new Date("2026-11-24T12:11:00Z"))).toBeNull();
  expect(await unseal(Buffer.alloc(32, 1), "sign-in", sealed, noon)).toBeNull();
  const changed = `${sealed.slice(0, -9)}${sealed.at(-9) === "A" ? "B" : "A"}${sealed.slice(-8)}`;
  expect(await unseal(linkKey, "sign-in", changed, noon)).toBeNull();
  expect(await unseal(linkKey, "sign-in", undefined, noon)).toBeNull();
});
