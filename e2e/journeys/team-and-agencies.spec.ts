import { expect, test } from "@playwright/test";
import { expectAccessible, expectPage } from "../world/accessibility.ts";
import { at } from "../world/env.ts";
import { linkTo } from "../world/letter-link.ts";
import { Merchant } from "../world/merchant.ts";
import { bloom } from "../world/shops.ts";

test("somebody is invited, comes in, sees and does what their role says, and is out when they are removed", async ({
  page,
  browser,
}) => {
  const email = `vera-${crypto.randomUUID()}@example.com`;
  await new Merchant(page, bloom).signIn();
  await page.goto(`${at.dashboard}/${bloom.handle}/settings/team`);
  const form = page.locator("form", { has: page.getByRole("button", { name: "Send the invitation" }) });
  await form.getByLabel("E-mail address").fill("vera");
  await form.getByLabel("Role").selectOption("viewer");
  await form.getByRole("button", { name: "Send the invitation" }).click();
  await expect(form.getByText("Type a whole address")).toBeVisible();
  await expect(form.getByLabel("Role")).toHaveValue("viewer");
  await form.getByLabel("E-mail address").fill(email);
  await form.getByRole("button", { name: "Send the invitation" }).click();
  await expect(form.getByText(`${email} has a letter`)).toBeVisible();
  await expect(form.getByLabel("Role")).toHaveValue("agent"); // whoever is asked next is not asked in as owner
  await expectAccessible(page);

  const vera = await (await browser.newContext()).newPage();
  const link = await linkTo(email, "/invitation/");
  await vera.goto(link);
  await expectPage(vera, "/invitation/[token]");
  await vera.getByLabel("Your name").fill("Vera View");
  await vera.getByRole("button", { name: /^Join/ }).click();
  await expect(vera.getByRole("link", { name: /Returns/ }).first()).toBeVisible();
  await vera.goto(`${at.dashboard}/${bloom.handle}/settings/team`);
  await expect(vera.getByText("You can look, but not change")).toBeVisible();
  await expect(vera.getByRole("button", { name: "Send the invitation" })).toHaveCount(0);
  await vera.goto(`${at.dashboard}/${bloom.handle}/settings/limits`);
  await expect(vera.getByRole("button", { name: "Pause issuing…" })).toHaveCount(0);

  await page.reload();
  await page.getByRole("button", { name: "Remove Vera View" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("Vera View")).toHaveCount(0);
  await vera.reload();
  await expect(vera.getByRole("heading", { name: "Sign in to Kept" })).toBeVisible();
  await vera.goto(link);
  await expect(vera.getByRole("heading", { name: "This invitation is over" })).toBeVisible();
  await vera.context().close();
});

test("an owner lets an agency in and takes it back; both count with the agency's next click", async ({
  page,
  browser,
}) => {
  const email = `ada-${crypto.randomUUID()}@example.com`;
  const name = `Studio ${email.slice(4, 12)}`;
  await new Merchant(page, bloom).signIn();
  await page.goto(`${at.dashboard}/${bloom.handle}/settings/team`);
  const form = page.locator("form", { has: page.getByRole("button", { name: "Invite the agency" }) });
  await form.getByLabel("E-mail address").fill(email);
  await form.getByLabel("At most").selectOption("agent");
  await form.getByRole("button", { name: "Invite the agency" }).click();
  await expect(form.getByText("Nothing is open until they accept")).toBeVisible();

  const agency = await (await browser.newContext()).newPage();
  await agency.goto(await linkTo(email, "/access/"));
  await expectPage(agency, "/access/[token]");
  await agency.getByRole("button", { name: /^Accept/ }).click();
  await expect(agency.getByText("Type what your agency is called")).toBeVisible();
  await agency.getByLabel("What your agency is called").fill(name);
  await agency.getByRole("button", { name: /^Accept/ }).click();
  await expect(agency.getByRole("link", { name: /Returns/ }).first()).toBeVisible();
  await agency.goto(`${at.dashboard}/shops`);
  await expect(agency.getByRole("table").getByText(`Client, through ${name} · Agent`)).toBeVisible();
  await expectAccessible(agency);

  await page.reload();
  await page.getByRole("button", { name: `Revoke the access of ${name}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke access" }).click();
  await expect(page.getByRole("table").getByText(name)).toHaveCount(0);
  const gone = await agency.goto(`${at.dashboard}/${bloom.handle}/returns`);
  expect(gone?.status()).toBe(404);
  await agency.goto(`${at.dashboard}/shops`);
  await expect(agency.getByText("No shop yet")).toBeVisible();
  await agency.context().close();
});

test("one sees where one is signed in, and signs the other browser out at once", async ({
  page,
  browser,
}) => {
  // Somebody of this story's own: other stories are signed in as everybody else.
  const email = `sam-${crypto.randomUUID()}@example.com`;
  await new Merchant(page, bloom).signIn();
  await page.goto(`${at.dashboard}/${bloom.handle}/settings/team`);
  const form = page.locator("form", { has: page.getByRole("button", { name: "Send the invitation" }) });
  await form.getByLabel("E-mail address").fill(email);
  await form.getByLabel("Role").selectOption("viewer");
  await form.getByRole("button", { name: "Send the invitation" }).click();
  const desk = await (await browser.newContext()).newPage();
  await desk.goto(await linkTo(email, "/invitation/"));
  await desk.getByLabel("Your name").fill("Sam Two");
  await desk.getByRole("button", { name: /^Join/ }).click();
  await expect(desk.getByRole("link", { name: /Returns/ }).first()).toBeVisible();

  const hotel = await (await browser.newContext()).newPage();
  await new Merchant(hotel, bloom).signIn(email);
  await desk.goto(`${at.dashboard}/shops/account`);
  await expect(desk.getByText("This browser", { exact: true })).toBeVisible();
  await expectAccessible(desk);
  await desk.getByRole("button", { name: /^Sign out Chrome/ }).click();
  await desk.getByRole("dialog").getByRole("button", { name: "Sign out" }).click();
  await expect(desk.getByRole("button", { name: /^Sign out Chrome/ })).toHaveCount(0);
  await hotel.goto(`${at.dashboard}/${bloom.handle}`);
  await expect(hotel.getByRole("heading", { name: "Sign in to Kept" })).toBeVisible();
  await desk.goto(`${at.dashboard}/${bloom.handle}`);
  await expect(desk.getByRole("link", { name: /Returns/ }).first()).toBeVisible();
  await desk.context().close();
  await hotel.context().close();
});
