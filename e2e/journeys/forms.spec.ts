import { expect, type Page, test } from "@playwright/test";
import { at } from "../world/env.ts";
import { signInAs } from "../world/staff.ts";

interface Form {
  readonly name: string;
  readonly path: string;
  readonly field: string;
  readonly typed: string;
  readonly button: string;
  /** What the page says about an empty field. */
  readonly empty: RegExp;
  done(page: Page): Promise<void>;
}

const forms: readonly Form[] = [
  {
    name: "a return for a customer",
    path: "/bloom/returns/new",
    field: "Order number",
    typed: "#1029",
    button: "Find the order",
    empty: /Type the order's number/,
    done: (page) => expect(page.getByRole("heading", { name: "Order #1029" })).toBeVisible(),
  },
  {
    name: "a note for the team",
    path: "/bloom/returns/1003",
    field: "A note for your team; customers never see it",
    typed: "She called twice.",
    button: "Add",
    empty: /Write something first/,
    done: (page) => expect(page.getByText("She called twice.")).toHaveCount(1),
  },
];

for (const form of forms) {
  test(`${form.name}: what is wrong stands beside the field, a lost line loses nothing, pressing twice does it once`, async ({
    page,
    context,
  }) => {
    await signInAs(page, /Olivia Bloom/);
    await page.goto(`${at.dashboard}${form.path}`);
    const field = page.getByLabel(form.field, { exact: true });
    const button = page.getByRole("button", { name: form.button, exact: true });
    await button.click();
    await expect(page.getByRole("alert").getByText(form.empty)).toBeVisible();
    await field.fill(form.typed);
    await context.setOffline(true);
    await button.click();
    await expect(page.getByText(/Kept did not answer/)).toBeVisible();
    await expect(field).toHaveValue(form.typed);
    await context.setOffline(false);
    await button.dblclick();
    await form.done(page);
  });
}
