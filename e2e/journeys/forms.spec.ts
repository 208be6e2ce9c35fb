import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { forms, inStories } from "../world/all-forms.ts";
import { at } from "../world/env.ts";
import { expectNothingLost } from "../world/forms.ts";
import { signInAs } from "../world/staff.ts";

const source = join(import.meta.dirname, "../../apps/dashboard/src");
const areas = [
  { name: "returns", of: /^\/bloom\/returns/ },
  { name: "settings, first half", of: /^\/bloom\/settings\/[a-l]/ },
  { name: "settings, second half, and one's account", of: /^\/(bloom\/settings\/[m-z]|shops)/ },
];

for (const { name, of } of areas)
  test(`a lost line loses nothing, pressing twice does it once, and what is wrong is said: forms of ${name}`, async ({
    page,
  }) => {
    test.slow();
    await signInAs(page, /Olivia Bloom/);
    for (const form of forms.filter(({ path }) => of.test(path)))
      await test.step(form.file, async () => {
        await page.goto(at.dashboard + form.path);
        await expectNothingLost(page, form);
      });
  });

test("no form of the dashboard is left out", () => {
  const filled = [...forms.map(({ file }) => file), ...Object.keys(inStories), "ui/form.tsx"];
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) => {
    if (!file.endsWith(".tsx")) return false;
    return /<Form\b|onSubmit=/.test(readFileSync(join(source, file), "utf8"));
  });
  expect(files.length).toBeGreaterThan(30);
  expect(files.filter((file) => !filled.includes(file))).toEqual([]);
  expect(forms.filter(({ path }) => areas.filter(({ of }) => of.test(path)).length !== 1)).toEqual([]);
  for (const story of Object.values(inStories))
    expect(existsSync(join(import.meta.dirname, `${story}.spec.ts`)), story).toBe(true);
});

test("a form whose answer was lost is sent again, and its act is done once", async ({ page, context }) => {
  await signInAs(page, /Olivia Bloom/);
  await page.goto(`${at.dashboard}/bloom/returns/1003`);
  const field = page.getByLabel("A note for your team; customers never see it");
  const says = `She called twice. ${crypto.randomUUID()}`;
  await field.fill(says);
  await context.setOffline(true);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText(/Kept did not answer/)).toBeVisible();
  await context.setOffline(false);
  await page.getByRole("button", { name: "Add", exact: true }).dblclick();
  await expect(page.getByText(says)).toHaveCount(1);
  await expect(field).toHaveValue("");
});
