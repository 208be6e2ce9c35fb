import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { loadShop } from "../load/load-shop.ts";
import { accountFor } from "../store-credit/find-account.ts";
import { credit, debit } from "../store-credit/spend.ts";
import { bloom, expectBooksToBalance } from "../testing/stand-in.ts";
import { World } from "./world.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "sandbox-journal-"));
  folders.push(made);
  return made;
}

const open = (dataFolder: string) =>
  new World({ publicUrl: "http://sandbox.test", appKey: "k", appSecret: "s", dataFolder });
const issuer = { kind: "app" as const, name: "Kept", requestId: "r" };

test("what was committed is there after the process is gone without a word, and ids go on from where they were", () => {
  const data = folder();
  const before = open(data);
  const shop = loadShop(before, bloom);
  const account = accountFor(shop, { type: "Customer", id: shop.customers.all()[0]?.id ?? 0 }, "USD");
  const paid = credit(shop, account, { amount: 1234n, event: "ADJUSTMENT", issuer });
  debit(shop, account, { amount: 34n, event: "ADJUSTMENT", issuer });
  before.commit();
  // Nothing is closed: this is what kill -9 leaves behind, and a line that was still being written.
  appendFileSync(join(data, "journal.jsonl"), '{"at":"2026-11-24T00:00:00Z","rows":[["bloom-te');
  const after = open(data);
  const again = after.shop("bloom-test");
  expect(again?.accounts.all()).toMatchObject([{ balance: 1200n, currency: "USD" }]);
  expect(again?.orders.all()[0]?.lines[0]?.unitPrice).toBe(2000n);
  if (again) expectBooksToBalance({ shop: again });
  expect(after.nextId("StoreCreditAccountTransaction")).toBeGreaterThan(paid.id);
  after.setClock({ offsetMs: 5_000, stoppedAt: null });
  after.commit();
  const third = open(data);
  expect(third.shop("bloom-test")?.accounts.size).toBe(1);
  expect(third.clock.offsetMs).toBe(5_000);
});

test("what was not committed never happened", () => {
  const data = folder();
  const before = open(data);
  loadShop(before, bloom);
  expect(open(data).shops.size).toBe(0);
});

test("a reset forgets everything, and so does the journal", () => {
  const data = folder();
  const world = open(data);
  loadShop(world, bloom);
  world.commit();
  world.reset();
  expect(open(data).shops.size).toBe(0);
});
