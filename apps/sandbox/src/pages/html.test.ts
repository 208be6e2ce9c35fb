import { expect, test } from "vitest";
import { html } from "./html.ts";

test("a product title with markup in it is shown, not run", () => {
  expect(html`<b title="${`"><script>`}">${"<img src=x onerror='alert(1)'>"}</b>`.markup).toBe(
    `<b title="&quot;&gt;&lt;script&gt;">&lt;img src=x onerror=&#39;alert(1)&#39;&gt;</b>`,
  );
});

test("rows made by html are kept as they are, and lists of them are joined", () => {
  expect(html`<ul>${["a", "<b>"].map((name) => html`<li>${name}</li>`)}</ul>`.markup).toBe(
    "<ul><li>a</li><li>&lt;b&gt;</li></ul>",
  );
});

test("nothing is printed for what is missing, and a zero is printed", () => {
  expect(html`${null}${undefined}${false}${0}`.markup).toBe("0");
});
