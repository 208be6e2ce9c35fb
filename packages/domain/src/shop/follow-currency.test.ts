import { eq, tables } from "@kept/database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readAudit } from "../audit/index.ts";
import { issueCredit, readPause, resumeIssuing } from "../issuance/index.ts";
import { homeFigures } from "../report/index.ts";
import { approveReturn } from "../return/index.ts";
import { askForReturn, openWorld, shirtOrders, standingOf, type TestWorld, value } from "../testing/index.ts";
import { workerContext } from "./find-shop.ts";
import { followCurrency } from "./follow-currency.ts";
import { checkShop } from "./index.ts";

let world: TestWorld;

beforeAll(async () => {
  world = await openWorld({ orders: shirtOrders(4401, 1) });
});
afterAll(() => world.close());

/** The shop as whoever comes next finds it. */
async function shopNow() {
  const ctx = await workerContext(world.tools, world.owner.shop.id);
  if (!ctx) throw new Error("The shop is not there");
  return ctx;
}

const asOwner = async () => ({ ...world.owner, shop: (await shopNow()).shop });

test("a currency that was changed in Shopify is followed and told, and nothing is paid until somebody has looked", async () => {
  const { number } = await askForReturn(world, { order: "#4401" });
  value(await approveReturn(world.owner, { number }));
  const { shops } = tables;
  const kept = world.owner.shop.id;
  await world.owner.inShop((tx) => tx.update(shops).set({ currency: "EUR" }).where(eq(shops.id, kept)));
  for (let i = 0; i < 2; i += 1) value(await checkShop(await shopNow()));

  const now = await asOwner();
  expect(now.shop.currency).toBe("USD");
  const pause = await readPause(now);
  expect(pause).toMatchObject({ by: "Kept" });
  expect(pause?.reason).toContain("USD now, no longer EUR");
  expect((await homeFigures(now)).needsYou.paused).toBe(true);
  expect(await issueCredit(now, { number })).toMatchObject({ error: { code: "ShopPaused" } });
  expect(await told()).toEqual([{ from: "EUR", to: "USD" }]);

  value(await resumeIssuing(now));
  value(await checkShop(await shopNow()));
  value(await issueCredit(await asOwner(), { number }));
  await world.work();
  expect((await standingOf(world, number))[0]).toBe("issued");
});

async function told() {
  const { rows } = value(await readAudit(world.owner, {}));
  return rows.filter(({ act }) => act === "settings.currency_followed").map(({ detail }) => detail);
}

test("a currency nobody knows is not followed", async () => {
  await world.owner.inShop((tx) => followCurrency(tx, world.owner, "XXQ"));
  expect((await shopNow()).shop).toMatchObject({ currency: "USD", pausedAt: null });
});
