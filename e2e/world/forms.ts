import { expect, type Locator, type Page } from "@playwright/test";

/** A form of the dashboard: where it is, what is typed into it, and what it refuses. */
export interface Form {
  /** The file it is in, below the dashboard's `src`. */
  readonly file: string;
  readonly path: string;
  /** What has to be pressed before it is there. */
  readonly open?: (page: Page) => Promise<void>;
  /** What is typed, chosen or ticked, by how its label begins. */
  readonly fill: Readonly<Record<string, string | boolean>>;
  /** The button that sends it. */
  readonly button: string | RegExp;
  /** What is not taken, and what is said about it. Absent where nothing can be wrong. */
  readonly bad?: readonly [fields: Readonly<Record<string, string | boolean>>, says: RegExp];
}

/**
 * The answer to a form never comes, although its button is pressed twice: it was sent once, the page says so, and all
 * that was typed, chosen and ticked is still there. The line is back: what is wrong is said and announced, and all is
 * still there. Nothing is changed by it.
 */
export async function expectNothingLost(page: Page, { open, fill, button, bad }: Form): Promise<void> {
  await open?.(page);
  const press = page.getByRole("button", { name: button, exact: true }).last();
  const form = await formOf(page, press);
  await put(form, fill);
  const sent = await loseAnswers(page, async () => {
    const before = await whatStands(form);
    await press.dblclick();
    await expect(page.getByText(/Kept (did not answer|could not be reached)/).first()).toBeVisible();
    expect(await whatStands(form), "after a lost answer").toEqual(before);
  });
  expect(Math.max(...sent.values()), "pressed twice, sent so often").toBe(1);
  if (!bad) return;
  const [fields, says] = bad;
  await put(form, fields);
  const before = await whatStands(form);
  await press.click();
  await expect(form.getByRole("alert").filter({ hasText: says }).first()).toBeVisible();
  expect(await whatStands(form), "after a refusal").toEqual(before);
}

/** The form of a button, by a mark of its own: what the button says may change while it is sent, and forms may come before it. */
async function formOf(page: Page, button: Locator): Promise<Locator> {
  const mark = crypto.randomUUID();
  await button.evaluate(
    (element, its) => (element as HTMLButtonElement).form?.setAttribute("data-story", its),
    mark,
  );
  return page.locator(`form[data-story="${mark}"]`);
}

async function put(form: Locator, fields: Form["fill"]): Promise<void> {
  for (const [label, value] of Object.entries(fields)) {
    const control = form.getByLabel(new RegExp(`^${label.replaceAll(/[()?]/g, "\\$&")}`)).first();
    if (typeof value === "boolean") await control.setChecked(value, { force: true });
    else if ((await control.evaluate((element) => element.tagName)) === "SELECT")
      await control.selectOption(value);
    else await control.fill(value);
  }
}

/** Everything a person can see or set in a form. */
function whatStands(form: Locator): Promise<unknown> {
  return form.evaluate((element) =>
    [...(element as HTMLFormElement).elements]
      .filter((each) => !(each instanceof HTMLButtonElement || each instanceof HTMLFieldSetElement))
      .map((each) => {
        const { id, name, type, value, checked } = each as HTMLInputElement;
        return [id || name, type === "checkbox" || type === "radio" ? [value, checked] : value];
      }),
  );
}

/** Acts of the page go out and no answer comes back. Answers how often each act was sent. */
async function loseAnswers(page: Page, during: () => Promise<void>): Promise<Map<string, number>> {
  const sent = new Map<string, number>();
  await page.route("**/*", async (route) => {
    const act = route.request().headers()["next-action"];
    if (!act) return route.fallback();
    sent.set(act, (sent.get(act) ?? 0) + 1);
    await new Promise((done) => setTimeout(done, 150));
    await route.abort("connectionreset").catch(() => undefined); // the page may have left meanwhile
  });
  await during();
  await page.unrouteAll({ behavior: "ignoreErrors" });
  return sent;
}
