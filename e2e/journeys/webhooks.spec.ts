import { expect, test } from "@playwright/test";
import { expectAccessible } from "../world/accessibility.ts";
import { amountOf, sum } from "../world/amount.ts";
import { Customer } from "../world/customer.ts";
import { at } from "../world/env.ts";
import { connectedShop } from "../world/new-shop.ts";
import { Receiver, signatureOf } from "../world/receiver.ts";

interface Money {
  readonly amount: string;
  readonly currency: string;
}
interface Letter {
  readonly type: string;
  readonly data: {
    readonly number: string;
    readonly amounts: Readonly<Record<"base" | "bonus" | "total", Money>>;
  };
}

test("a shop's program is told of a return with sums that add up, reads it with a key, and is told again", async ({
  page,
  browser,
}) => {
  const receiver = new Receiver();
  const url = await receiver.listen();
  const shop = await connectedShop(page, "JPY");
  await page.goto(`${at.dashboard}/${shop.handle}/settings/webhooks`);
  await page.getByLabel("Address").fill("http://10.0.0.1/");
  await page.getByRole("button", { name: "Add endpoint" }).click();
  await expect(page.getByText("This must begin with https://")).toBeVisible();
  await page.getByLabel("Address").fill(url);
  await page.getByRole("button", { name: "Add endpoint" }).click();
  const made = page.getByRole("region", { name: `The signing secret of ${url}` });
  const secret = (await made.getByText(/^whsec_/).textContent()) ?? "";
  await expectAccessible(page);

  const customer = new Customer(await (await browser.newContext()).newPage(), shop);
  await customer.findOrder(shop.order, shop.customer);
  await customer.chooseFirstItem();
  await customer.chooseStoreCredit();
  const { number } = await customer.send();
  const ours = () => receiver.told.filter(({ body }) => body.includes(`"${number}"`));
  await expect.poll(() => ours().length, { message: "a letter about the return" }).toBeGreaterThan(0);
  const [letter] = ours();
  if (!letter) throw new Error("No letter");
  expect(letter.headers["webhook-signature"]).toBe(signatureOf(letter, secret));
  const { type, data } = JSON.parse(letter.body) as Letter;
  expect(type).toBe("return.requested");
  const minor = ({ amount, currency }: Money) => amountOf(amount, currency);
  expect(sum([minor(data.amounts.base), minor(data.amounts.bonus)], shop.currency)).toEqual(
    minor(data.amounts.total),
  );

  await page.goto(`${at.dashboard}/${shop.handle}/settings/api`);
  const name = `Warehouse ${crypto.randomUUID().slice(0, 8)}`;
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByLabel("Read returns").check();
  await page.getByRole("button", { name: "Create key" }).click();
  const key = (await page.getByText(/^kept_live_\S{20,}$/).textContent()) ?? "";
  const headers = { authorization: `Bearer ${key}` };
  const listed = await fetch(`${at.dashboard}/api/v1/returns?limit=100`, { headers });
  const { data: rows } = (await listed.json()) as { data: { number: string; amounts: object }[] };
  expect(rows.find((row) => row.number === number)?.amounts).toEqual(data.amounts);
  const foreign = await fetch(`${at.dashboard}/api/v1/returns/999999`, { headers });
  expect(foreign.status).toBe(404);
  const decided = await fetch(`${at.dashboard}/api/v1/returns/${number}/decline`, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify({ reason: "no" }),
  });
  expect(decided.status).toBe(403);

  await page.goto(`${at.dashboard}/${shop.handle}/settings/webhooks`);
  await page.getByRole("link", { name: url }).click();
  const row = page.getByRole("listitem").filter({ hasText: "return.requested" }).first();
  await expect(row.getByText("Taken")).toBeVisible();
  const before = receiver.told.length;
  await row.getByRole("button", { name: /^Send again/ }).click();
  await expect.poll(() => receiver.told.length).toBeGreaterThan(before);
  await page.reload();
  await page.getByText("Sent 2 times").first().click();
  await expectAccessible(page);
  await page.getByRole("button", { name: `Remove ${url}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  receiver.close();
});
