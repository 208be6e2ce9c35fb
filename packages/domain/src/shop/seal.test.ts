import { expect, test } from "vitest";
import { keyVersionOf, type SealingKey, seal, unseal } from "./seal.ts";

const key: SealingKey = { version: 1, bytes: Buffer.alloc(32, 7) };

test("a sealed token opens for its own shop and column, and for nothing else", () => {
  const sealed = seal("shpat_secret", key, "shop-a", "access_token");
  expect(unseal(sealed, key, "shop-a", "access_token")).toBe("shpat_secret");
  expect(() => unseal(sealed, key, "shop-b", "access_token")).toThrow();
  expect(() => unseal(sealed, key, "shop-a", "refresh_token")).toThrow();
  expect(() => unseal(sealed, { ...key, bytes: Buffer.alloc(32, 8) }, "shop-a", "access_token")).toThrow();
});

test("what an old key sealed says so, and a new key does not open it", () => {
  const sealed = seal("shpat_secret", key, "shop-a", "access_token");
  expect(keyVersionOf(sealed)).toBe(1);
  expect(() => unseal(sealed, { ...key, version: 2 }, "shop-a", "access_token")).toThrow("another key");
  const renumbered = Buffer.from(sealed);
  renumbered.writeUInt32BE(2, 1);
  expect(() => unseal(renumbered, { ...key, version: 2 }, "shop-a", "access_token")).toThrow();
});

test("the database never holds the token's own bytes, and never the same bytes twice", () => {
  const sealed = seal("shpat_secret", key, "shop-a", "access_token");
  expect(sealed.includes(Buffer.from("shpat_"))).toBe(false);
  expect(sealed.equals(seal("shpat_secret", key, "shop-a", "access_token"))).toBe(false);
});

test("a changed bit is noticed", () => {
  const sealed = seal("shpat_secret", key, "shop-a", "access_token");
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
  expect(() => unseal(sealed, key, "shop-a", "access_token")).toThrow();
  expect(() => unseal(Buffer.alloc(3), key, "shop-a", "access_token")).toThrow("Not a sealed secret");
});
