import { expect, test } from "vitest";
import { listHref, readAddress, wantedOf } from "./list-address.ts";

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

test("another tab begins on its first page and drops a state it does not have", () => {
  const address = readAddress({ view: "to_issue", status: "received", after: "x" });
  expect(listHref("bloom", address, { view: "requested" })).toBe("/bloom/returns?view=requested");
});
