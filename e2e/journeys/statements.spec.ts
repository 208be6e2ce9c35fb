import { type Browser, expect, type Page, test } from "@playwright/test";
import { amountShown } from "../world/amount.ts";
import { at } from "../world/env.ts";
import { placeOrder } from "../world/orders.ts";
import { fjord } from "../world/shops.ts";
import { makeReturn, signInAs } from "../world/staff.ts";
import { letters } from "../world/stand-in.ts";

/** What the reference feature promises, statement by statement, as a merchant meets it. */
const dashboard = (path: string) => `${at.dashboard}/fjord${path}`;

/** The stories of a group look at the same page one after the other, as one person. */
async function henrik(browser: Browser): Promise<Page> {
  const page = await (
    await browser.newContext({ timezoneId: "Europe/Berlin", locale: "en-US", reducedMotion: "reduce" })
  ).newPage();
  await signInAs(page, /Henrik Voss/);
  return page;
}

test("S01 how much revenue was kept as credit stands on Home, beside what the bonus cost", async ({
  browser,
}) => {
  const page = await henrik(browser);
  await page.goto(dashboard(""));
  const figure = (name: string) =>
    page.getByText(name, { exact: true }).first().locator("xpath=following-sibling::dd[1]");
  for (const name of ["Kept as credit", "Bonus spent", "Still unspent"])
    expect(amountShown((await figure(name).textContent()) ?? "", "EUR").minor).toBeGreaterThan(0n);
  await expect(page.getByRole("heading", { name: "Is the bonus paying for itself?" })).toBeVisible();
  for (const name of ["Spent in your shop", "Paid on top", "Until it is first used", "Expired"])
    await expect(figure(name)).toBeVisible();
});

test.describe("the offer", () => {
  test.describe.configure({ mode: "default" });
  let page: Page;
  test.beforeAll(async ({ browser }) => {
    page = await henrik(browser);
  });
  test.beforeEach(() => page.goto(dashboard("/settings/resolutions")));
  const card = () => page.getByRole("complementary", { name: "Preview" });
  const sum = () => card().getByText(/refund \+ .* bonus/);
  const percent = () => page.getByRole("radio", { name: "Percent" }).check({ force: true });
  const amount = () => page.getByLabel("Bonus amount");
  const save = () => page.getByRole("button", { name: "Save", exact: true });

  test("S02 settings have a place for resolutions, and Refund to store credit in it", async () => {
    await page.goto(dashboard("/settings"));
    await expect(page.getByRole("link", { name: "Resolutions" })).toHaveAttribute("aria-current", "page");
    await expect(page.getByText("Refund to store credit", { exact: true }).first()).toBeVisible();
  });

  test("S03 it is a switch of this shop, worked by a keyboard; off, customers are offered their money", async () => {
    const toggle = page.getByRole("switch", { name: /Refund to store credit/ });
    await expect(toggle).toBeChecked();
    await toggle.focus();
    await page.keyboard.press("Space");
    await expect(toggle).not.toBeChecked();
    await expect(card().getByRole("heading", { name: "Store credit" })).toHaveCount(0);
  });

  test("S04 a description of a hundred characters and more is taken and previewed", async () => {
    const words = "Your credit is there at once and never expires. ".repeat(4).trim();
    await page.getByLabel(/^Description/).fill(words);
    await expect(page.getByText(words).last()).toBeVisible();
  });

  test("S05 zero is no bonus", async () => {
    await percent();
    await amount().fill("0");
    await expect(sum()).toHaveCount(0);
  });

  test("S06 a value is an incentive on top of the refund", async () => {
    await percent();
    await amount().fill("12.5");
    await expect(sum()).toBeVisible();
  });

  test("S07 a bonus that is none is refused beside its field", async () => {
    await percent();
    await amount().fill("-3");
    await save().click();
    await expect(amount()).toHaveAttribute("aria-invalid", "true");
    await expect(amount()).toHaveValue("-3");
  });

  test("S08 nothing counts until it is saved, and leaving the page forgets it", async () => {
    const description = page.getByLabel(/^Description/);
    const before = await description.inputValue();
    await expect(save()).toHaveAttribute("aria-disabled", "true");
    await description.fill(`${before} Unsaved.`);
    await expect(page.getByText("Not saved yet. Customers still see the last version.")).toBeVisible();
    await page.reload();
    await expect(description).toHaveValue(before);
  });

  test("S18 S19 S20 the preview is the portal's own card: the option, its total, the bonus by itself", async () => {
    await percent();
    await amount().fill("10");
    await expect(card().getByRole("heading", { name: "Store credit" })).toBeVisible();
    // The card is worked out anew a moment after the typing.
    await expect(async () => {
      const [base, bonus] = ((await sum().textContent()) ?? "")
        .split("+")
        .map((part) => amountShown(part, "EUR").minor);
      const shown = (await card().locator("p.figures").first().textContent()) ?? "";
      expect((base ?? 0n) + (bonus ?? 0n)).toBe(amountShown(shown, "EUR").minor);
    }).toPass();
  });

  test("S21 the bonus is counted on the subtotal, unless the merchant says otherwise", async () => {
    await percent();
    await expect(page.getByLabel("Counted on")).toHaveValue("items");
  });
});

test.describe("what Shopify needs", () => {
  test.describe.configure({ mode: "default" });
  let page: Page;
  test.beforeAll(async ({ browser }) => {
    page = await henrik(browser);
  });
  test.beforeEach(() => page.goto(dashboard("/settings/shopify")));
  const row = (name: string) =>
    page.getByRole("listitem").filter({ has: page.getByText(name, { exact: true }) });

  test("S09 the way to Shopify's own switch is told and led to", async () => {
    await expect(page.getByText(/Settings › Customer accounts › Store credit/)).toBeVisible();
    const link = row("Store credit switched on").getByRole("link", { name: /Customer accounts/ });
    await expect(link).toHaveAttribute("href", /customer_accounts/);
  });

  test("S10 whether it is on is checked by itself, and again when asked", async () => {
    await expect(row("Store credit switched on").getByText("On", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Check again" }).click();
    await expect(page.getByText(/^Checked with fjord/)).toBeVisible();
  });

  test("S11 the staff permission Store credit is explained", async () => {
    await expect(row("Staff permissions").getByText("Store credit", { exact: true })).toBeVisible();
  });

  test("S12 so is Edit store credit, and that issuing from Kept needs neither", async () => {
    await expect(row("Staff permissions").getByText("Edit store credit", { exact: true })).toBeVisible();
    await expect(page.getByText(/Issuing from Kept needs neither/)).toBeVisible();
  });

  test("S13 the address of the new customer accounts is there to copy", async () => {
    await expect(row("Customer accounts").getByText(/^https?:\/\/\S+\/account$/)).toBeVisible();
    await expect(row("Customer accounts").getByRole("button", { name: /^Copy/ })).toBeVisible();
  });

  test("S14 it says that customers see and spend their credit when they sign in there", async () => {
    await expect(row("Customer accounts").getByText(/when they sign in/)).toBeVisible();
  });

  test("S15 every permission is named with its reason, and whether it is granted", async () => {
    await page.getByText("The permissions, one by one").click();
    for (const scope of ["write_store_credit_account_transactions", "read_store_credit_account_transactions"])
      await expect(page.getByText(scope)).toBeVisible();
    await expect(page.getByText("to issue store credit")).toBeVisible();
    await expect(page.getByText("All granted")).toBeVisible();
  });
});

test("S22 the return shows its resolution; staff override it, why stays on record, and nobody pays what they did not see", async ({
  browser,
}) => {
  const page = await henrik(browser);
  await makeReturn(page, fjord, "#2003", { approve: false });
  await expect(page.getByText("Store credit", { exact: true }).first()).toBeVisible();
  const colleague = await page.context().newPage();
  await colleague.goto(page.url());
  const pay = colleague.getByRole("button", { name: /^Approve and issue €/ });
  await expect(pay).toBeVisible();
  await page.getByText("Override").click();
  await page.getByRole("button", { name: "Change to original payment" }).click();
  await expect(page.getByText(/Say why/).first()).toBeVisible();
  await page.getByLabel("Why", { exact: true }).fill("She asked for it on the phone.");
  await page.getByRole("button", { name: "Change to original payment" }).click();
  await expect(page.getByText("changed the resolution from store credit to original payment")).toBeVisible();
  await expect(page.getByText("She asked for it on the phone.")).toBeVisible();
  await pay.click();
  await expect(colleague.getByText(/The amounts changed while you were looking/)).toBeVisible();
  await expect(colleague.getByRole("button", { name: /^Approve and refund €/ })).toBeVisible();
});

test.describe("a credit that was issued", () => {
  test.describe.configure({ mode: "serial" });
  const email = `s23-${crypto.randomUUID().slice(0, 8)}@example.com`;
  let page: Page;
  let number: string;
  test.beforeAll(async ({ browser }) => {
    page = await henrik(browser);
    const order = await placeOrder(fjord, {
      email,
      lines: [{ title: "Leinenhemd, langärmlig und vorgewaschen", price: "60.00", quantity: 1 }],
    });
    number = await makeReturn(page, fjord, order, { approve: false });
  });
  const account = () => page.getByRole("link", { name: /Store credit ··\d+ · balance/ });

  test("S23 approving and issuing are two acts, each recorded with who did it", async () => {
    await page.getByRole("button", { name: "Approve", exact: true }).click();
    await expect(page.getByText(/Henrik Voss approved it/)).toBeVisible();
    await page.getByRole("button", { name: /^Issue / }).click();
    await expect(page.getByText(/of store credit issued/)).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText(/Henrik Voss started issuing/)).toBeVisible();
  });

  test("S24 afterwards the balance is shown", async () => {
    await expect(page.getByText("Balance now, as Shopify says")).toBeVisible();
    await expect(account()).toContainText(/balance €\d/);
  });

  test("S25 and it is a link to that customer's store credit in Shopify admin", async () => {
    await expect(account()).toHaveAttribute("href", /customers\/\d+/);
  });

  test("S26 S27 the account has the same last digits on both sides", async () => {
    const [, digits = "none"] = /··(\d+)/.exec((await account().textContent()) ?? "") ?? [];
    const admin = await page.context().newPage();
    await admin.goto((await account().getAttribute("href")) ?? "");
    await expect(admin.getByText(digits).first()).toBeVisible();
    await admin.close();
  });

  test("S28 the timeline tells of both halves of the money", async () => {
    await expect(page.getByText(/confirmed the refund/)).toBeVisible();
    await expect(page.getByText(/confirmed the bonus/)).toBeVisible();
  });

  test("S29 it says who issued it, and names Shopify's own record", async () => {
    await expect(page.getByText(/Henrik Voss started issuing/)).toBeVisible();
    await expect(page.getByTitle(/StoreCreditAccountCreditTransaction/).first()).toBeVisible();
  });

  test("S30 credit and balance stand at each movement, and in the customer's account", async () => {
    await expect(page.getByText(/The account's balance was €.* then/).first()).toBeVisible();
    await page.goto(dashboard(`/credits?q=${encodeURIComponent(email)}`));
    await page.getByRole("table").getByRole("link", { name: /Ada/ }).click();
    await expect(page.getByText("Balance now, as Shopify says")).toBeVisible();
  });

  test("S31 S32 S33 the customer is told how to use it and where to see the balance", async () => {
    await expect.poll(async () => (await letters(email, "Guthaben")).length).toBe(1);
    const [letter] = await letters(email, "Guthaben");
    expect(letter?.text).toMatch(/https?:\/\/\S+/);
    expect(letter?.text).toMatch(/Kasse/);
  });

  test("S36 all credits stand in one place, used and unused", async () => {
    await page.goto(dashboard("/credits"));
    await expect(page.getByRole("heading", { level: 1, name: "Credits" })).toBeVisible();
    await expect(page.getByRole("link", { name: number })).toBeVisible();
    await page.goto(dashboard(`/credits?state=unspent&q=${number}`));
    await expect(page.getByRole("link", { name: number })).toBeVisible();
    await page.goto(dashboard(`/credits?state=spent&q=${number}`));
    await expect(page.getByText("No credit matches")).toBeVisible();
  });
});

test.describe("letters and reports", () => {
  test.describe.configure({ mode: "default" });
  let page: Page;
  test.beforeAll(async ({ browser }) => {
    page = await henrik(browser);
  });

  test("S34 the e-mail Store credit issued goes out by itself, and can be switched off", async () => {
    await page.goto(dashboard("/settings/emails"));
    await page.getByRole("link", { name: /Store credit issued/ }).click();
    await expect(page.getByRole("switch", { name: /Send this e-mail/ })).toBeChecked();
  });

  test("S35 its words can be edited, previewed and tried", async () => {
    await page.goto(dashboard("/settings/emails/store_credit_issued"));
    await page.getByLabel("Subject").fill("Ihr Guthaben {{amount}}");
    await expect(page.getByLabel("Preview").getByText(/Ihr Guthaben .*66/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Send a test to me" })).toBeVisible();
  });

  test("S37 Shopify's Payments report is one click away", async () => {
    await page.goto(dashboard("/credits"));
    await expect(page.getByRole("link", { name: "Payments in Shopify", exact: true })).toHaveAttribute(
      "href",
      /reports\/payments$/,
    );
  });

  test("S38 so is Payments by type", async () => {
    await page.goto(dashboard("/credits"));
    await expect(page.getByRole("link", { name: "Payments by type in Shopify" })).toHaveAttribute(
      "href",
      /payments_by_type$/,
    );
  });
});
