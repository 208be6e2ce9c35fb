import { expect, test } from "vitest";
import { inward, outward, outwardCookie, outwardPage } from "./own-host.ts";

test.each([
  ["/", "/bloom"],
  ["/?lang=de", "/bloom?lang=de"],
  ["/code?again=", "/bloom/code?again="],
  ["/bloom/code", "/bloom/code"],
  ["/bloomers", "/bloom/bloomers"],
  ["/steps.js", "/steps.js"],
  ["/_next/static/a.css", "/_next/static/a.css"],
  ["/healthz", "/healthz"],
])("on Bloom's own host %s is %s", (asked, inside) => {
  expect(inward("bloom", asked)).toBe(inside);
});

test.each([
  ["/bloom", "/"],
  ["/bloom?order=1", "/?order=1"],
  ["/bloom/return/k/items", "/return/k/items"],
  ["/bloomers", "/bloomers"],
  ["https://bloom.example/bloom", "https://bloom.example/bloom"],
])("%s is shown as %s", (inside, shown) => {
  expect(outward("bloom", inside)).toBe(shown);
});

test("what a customer wrote stays as it is, links and cookies lose the name", () => {
  const page = '<a href="/bloom/code">href="/bloom/code"</a><img src="https://x/bloom/a.png">';
  expect(outwardPage("bloom", page)).toBe(
    '<a href="/code">href="/bloom/code"</a><img src="https://x/bloom/a.png">',
  );
  expect(outwardCookie("bloom", "a=/bloom; Path=/bloom; HttpOnly")).toBe("a=/bloom; Path=/; HttpOnly");
});
