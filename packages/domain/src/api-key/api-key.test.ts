import { eq, tables } from "@kept/database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { approveReturn } from "../return/index.ts";
import { askForReturn, openWorld, type TestWorld, value } from "../testing/index.ts";
import { acrossAllShops } from "../tools.ts";
import { apiContext, createApiKey, listApiKeys, mostKeys, revokeApiKey } from "./index.ts";

let world: TestWorld;
let other: TestWorld;
const shirt = { title: "Linen shirt", price: "20.00", quantity: 3 };

beforeAll(async () => {
  world = await openWorld({ orders: [{ name: "#1001", lines: [shirt] }] });
  other = await openWorld({ orders: [{ name: "#1001", lines: [shirt] }] });
});
afterAll(async () => {
  await world.close();
  await other.close();
});

const ask = (secret: string | null, tools = world.tools) => apiContext(tools, secret, { requestId: "test" });

test("a key opens its shop, says who made it, and is remembered without its secret", async () => {
  const { key, secret } = value(await createApiKey(world.owner, { name: "  Warehouse\n" }));
  expect(secret).toMatch(/^kept_live_[A-Za-z0-9_-]{43}$/);
  expect(key).toMatchObject({ name: "Warehouse", createdBy: "Olivia Bloom", lastUsedAt: null });
  expect(secret.startsWith(key.prefix)).toBe(true);

  const ctx = await ask(secret);
  expect(ctx?.shop.id).toBe(world.owner.shop.id);
  expect(ctx?.actor).toEqual({ kind: "api_key", keyId: key.id, name: "Warehouse" });

  const rows = await world.owner.inShop((tx) => tx.select().from(tables.apiKeys));
  const written = JSON.stringify(rows, (_, part) => (Buffer.isBuffer(part) ? part.toString("latin1") : part));
  expect(written).not.toContain(secret.slice(key.prefix.length));
  const [listed] = await listApiKeys(world.owner);
  expect(listed?.lastUsedAt).toBeInstanceOf(Date);
});

test("a revoked key opens nothing with its next request, and stays revoked", async () => {
  const { key, secret } = value(await createApiKey(world.owner, { name: "Old" }));
  const revoked = value(await revokeApiKey(world.owner, { id: key.id }));
  expect(revoked.revokedBy).toBe("Olivia Bloom");
  expect(await ask(secret)).toBeNull();
  expect(value(await revokeApiKey(world.owner, { id: key.id })).revokedAt).toEqual(revoked.revokedAt);

  const { apiKeys } = tables;
  const unrevoking = acrossAllShops(world.tools, (tx) =>
    tx.update(apiKeys).set({ revokedAt: null, revokedBy: null }).where(eq(apiKeys.id, key.id)),
  );
  await expect(unrevoking).rejects.toThrow();
});

test.each([null, "", "kept_live_", `kept_live_${"A".repeat(43)}`, "' or 1=1 --", "\0", "ß".repeat(9000)])(
  "%j opens nothing",
  async (bearer) => {
    expect(await ask(bearer)).toBeNull();
  },
);

test("another shop neither sees nor ends a key", async () => {
  const { key, secret } = value(await createApiKey(world.owner, { name: "Ours" }));
  expect(await listApiKeys(other.owner)).toEqual([]);
  const stranger = { ...world.owner, shop: other.owner.shop, inShop: other.owner.inShop };
  expect(await revokeApiKey(stranger, { id: key.id })).toMatchObject({ error: { code: "NotFound" } });
  expect(await ask(secret)).not.toBeNull();
});

test.each(["agent", "finance", "viewer"] as const)("%ss make and end no keys", async (role) => {
  const member = { ...world.owner, role };
  expect(await createApiKey(member, { name: "x" })).toMatchObject({ error: { code: "NotAllowed" } });
  const [key] = await listApiKeys(world.owner);
  expect(await revokeApiKey(member, { id: key?.id ?? "" })).toMatchObject({ error: { code: "NotAllowed" } });
});

test("a key decides nothing: what members approve stays with members", async () => {
  const { number } = await askForReturn(world, { order: "#1001" });
  const { secret } = value(await createApiKey(world.owner, { name: "Curious" }));
  const ctx = await ask(secret);
  if (!ctx) throw new Error("The key opens nothing");
  expect(await approveReturn(ctx, { number })).toMatchObject({ error: { code: "NotAllowed" } });
});

test("a key needs a name a person can read, and there is an end to keys", async () => {
  const named = (name: string) => createApiKey(other.owner, { name });
  expect(await named(" \t ")).toMatchObject({ error: { code: "NameMissing" } });
  expect(await named("x".repeat(61))).toMatchObject({ error: { code: "NameTooLong" } });
  const made = await Promise.all(Array.from({ length: mostKeys + 2 }, (_, i) => named(`Key ${i}`)));
  expect(made.filter(({ ok }) => ok)).toHaveLength(mostKeys);
});

test("what is not the name of a key is not found, whatever it is", async () => {
  expect(await revokeApiKey(world.owner, { id: "1 or 1=1" })).toMatchObject({ error: { code: "NotFound" } });
});
