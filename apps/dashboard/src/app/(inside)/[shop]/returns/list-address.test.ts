import { expect, test } from "vitest";
import { keptBySearch, listHref, orderOf, readAddress, wantedOf } from "./list-address.ts";

test("an address says everything the list shows, and reading it back shows the same", () => {
  const address = readAddress({
    view: "to_issue",
    resolution: "store_credit",
    age: "7d+",
    sort: "largest",
    status: "received",
  });
  const href = listHref("bloom", address);
  expect(href).toBe(
    "/bloom/returns?view=to_issue&resolution=store_credit&status=received&age=7d%2B&sort=largest",
  );
  expect(readAddress(Object.fromEntries(new URL(href, "http://x").searchParams))).toEqual(address);
  expect(wantedOf(address)).toMatchObject({ view: "to_issue", olderThanDays: 7, sort: "largest" });
});

test("nonsense in an address is left out, a search without a tab looks everywhere", () => {
  expect(readAddress({ view: "nothing", sort: "up", age: "1y", q: " ada " })).toMatchObject({
    view: "all",
    q: "ada",
    sort: undefined,
    age: undefined,
  });
});

test("a search keeps what the list is narrowed to and its order; it leaves a tab only where nothing is of that tab", () => {
  const narrowed = readAddress({
    view: "to_issue",
    status: "received",
    age: "7d+",
    sort: "oldest",
    after: "x",
  });
  const searched = readAddress({ ...Object.fromEntries(keptBySearch(narrowed)), q: "ada" });
  expect(searched).toMatchObject({
    view: "to_issue",
    status: "received",
    age: "7d+",
    sort: "oldest",
    q: "ada",
  });
  expect(searched.after).toBeUndefined();
  const byResolution = keptBySearch(readAddress({ view: "to_issue", resolution: "store_credit" }));
  expect(readAddress({ ...Object.fromEntries(byResolution), q: "ada" })).toMatchObject({
    view: "all",
    resolution: "store_credit",
  });
});

test("what was found stands in the order of age, and says so", () => {
  expect(orderOf(readAddress({ q: "ada", sort: "largest" }))).toBe("newest");
  expect(orderOf(readAddress({ q: "ada", sort: "oldest" }))).toBe("oldest");
  expect(orderOf(readAddress({ sort: "largest" }))).toBe("largest");
});

test("another tab begins on its first page and drops a state it does not have", () => {
  const address = readAddress({ view: "to_issue", status: "received", after: "x" });
  expect(listHref("bloom", address, { view: "requested" })).toBe("/bloom/returns?view=requested");
});
