import { expect, test } from "@playwright/test";
import { expectAccessible } from "../world/accessibility.ts";
import { amountOf, amountShown } from "../world/amount.ts";
import { Customer } from "../world/customer.ts";
import { at } from "../world/env.ts";
import { Merchant } from "../world/merchant.ts";
import { bloom } from "../world/shops.ts";

interface Quote {
  readonly orderId: string;
  readonly totals: { readonly total: { readonly amount: string; readonly currency: string } };
}

test("a key quotes an order, its total is the one the portal shows, and revoking it ends that", async ({
  page,
  browser,
}) => {
  const merchant = new Merchant(page, bloom);
  await merchant.signIn();
  await page.goto(`${at.dashboard}/bloom/settings/api`);
  const name = `Warehouse ${crypto.randomUUID().slice(0, 8)}`;
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("button", { name: "Create key" }).click();
  const made = page.getByRole("region", { name: `The new key “${name}”` });
  const secret = (await made.getByText(/^kept_live_/).textContent()) ?? "";
  const example = (await page.getByRole("region", { name: "A request with curl" }).textContent()) ?? "";

  const answer = await ask(example, secret);
  expect(answer.status).toBe(200);
  const { totals } = (await answer.json()) as Quote;

  const customer = new Customer(await (await browser.newContext()).newPage(), bloom);
  await customer.findOrder("#1005", "octavia@example.com");
  await customer.chooseFirstItem();
  await customer.chooseStoreCredit();
  const promise = customer.page.getByRole("button", { name: /^Send return/ });
  const shown = amountShown((await promise.textContent()) ?? "", bloom.currency);
  expect(amountOf(totals.total.amount, totals.total.currency)).toEqual(shown);

  await page.reload();
  await expect(page.getByText(secret)).toHaveCount(0); // it was shown once
  const row = page.getByRole("row", { name });
  await row.getByRole("button", { name: /^Revoke/ }).click();
  await page.getByRole("button", { name: "Revoke key" }).click();
  await expect(row.getByText("Revoked", { exact: true })).toBeVisible(); // not the dialog, which speaks of "a revoked key"
  expect((await ask(example, secret)).status).toBe(401);
});

test("the API is described for programs and for people, without signing in", { tag: "@phone" }, async ({
  page,
  request,
}) => {
  const described = await request.get(`${at.dashboard}/api/v1/openapi.json`);
  const { openapi, paths } = await described.json();
  expect(openapi).toMatch(/^3\.1/);
  await page.goto(`${at.dashboard}/api/v1`);
  for (const [path, methods] of Object.entries(paths as Record<string, object>))
    for (const method of Object.keys(methods))
      await expect(
        page.getByText(`${method.toUpperCase()} ${at.dashboard}${path}`, { exact: true }),
      ).toBeVisible();
  await expectAccessible(page);
});

/** Sends the page's own example, with the key in place of the dots. */
function ask(curl: string, secret: string): Promise<Response> {
  const url = /curl (\S+)/.exec(curl)?.[1] ?? "";
  const body = /-d '([^']+)'/.exec(curl)?.[1] ?? "";
  const headers = { authorization: `Bearer ${secret}`, "content-type": "application/json" };
  return fetch(url, { method: "POST", headers, body });
}
