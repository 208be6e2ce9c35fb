import { expect, type Locator, type Page } from "@playwright/test";

/** Somebody without a mouse. Wherever Tab takes them they must see it; what they cannot get to fails the story. */
export class Keyboard {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Goes on with Tab, or back, until something has the focus. */
  async to(target: Locator, way: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
    await expect(target).toBeVisible();
    for (let stops = 0; !(await isFocused(target)); stops += 1) {
      if (stops === mostStops) throw new Error(`Tab does not get to ${target}`);
      await this.page.keyboard.press(way);
      expect(await unseenFocus(this.page), "has the focus and does not show it").toBeNull();
    }
  }

  async press(target: Locator, key: "Enter" | "Space" | "ArrowDown" = "Enter"): Promise<void> {
    await this.to(target);
    await this.page.keyboard.press(key);
  }

  /** Types into a field, in place of what stands in it. */
  async type(target: Locator, text: string): Promise<void> {
    await this.to(target);
    await this.page.keyboard.press("Control+a");
    await this.page.keyboard.type(text);
  }

  /** A key that works on the whole page, pressed again until a page that has just been loaded listens to it. */
  async open(key: string, opened: Locator): Promise<void> {
    await expect(async () => {
      await this.page.keyboard.press(key);
      await expect(opened).toBeVisible({ timeout: 1_000 });
    }).toPass();
  }

  /** "g" and a letter, to a page with this headline. */
  async go(letter: string, heading: string): Promise<void> {
    await this.page.keyboard.press("g");
    await this.page.keyboard.press(letter);
    await expect(this.page.getByRole("heading", { level: 1, name: heading, exact: true })).toBeVisible();
  }

  /** The focus stays in a dialog however often Tab is pressed; Escape closes it, and what opened it has the focus again. */
  async expectTrapped(dialog: Locator, opener: Locator): Promise<void> {
    await expect(dialog).toBeVisible();
    const stops = (await dialog.locator("button, a, input:not([type=hidden]), textarea, select").count()) + 1;
    for (let stop = 0; stop < stops; stop += 1) {
      const inside = await this.page.evaluate(
        () =>
          document.activeElement === document.body ||
          document.activeElement?.closest("dialog[open]") !== null,
      );
      expect(inside, "the focus is in the dialog").toBe(true);
      await this.page.keyboard.press("Tab");
    }
    await this.page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(opener).toBeFocused();
  }
}

const mostStops = 120;

function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}

/** What has the focus, when nothing about it, its label or the box around it is outlined on screen; null when all is well. */
function unseenFocus(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return null;
    const around = [focused, focused.parentElement, focused.parentElement?.parentElement];
    const shown = around.some((element) => {
      if (!element) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const { top, bottom } = element.getBoundingClientRect();
      return outlineStyle !== "none" && outlineWidth !== "0px" && bottom > 0 && top < innerHeight;
    });
    return shown ? null : focused.outerHTML.slice(0, 160);
  });
}
