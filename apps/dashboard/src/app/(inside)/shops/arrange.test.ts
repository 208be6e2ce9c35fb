import type { ShopOverview } from "@kept/domain";
import { expect, test } from "vitest";
import { arrange, hrefOf, viewOf } from "./arrange.ts";

function shop(name: string, change: Partial<ShopOverview> = {}): ShopOverview {
  return {
    handle: name.toLowerCase(),
    name,
    currency: "USD",
    role: "manager",
    organization: name,
    via: "grant",
    waiting: 0,
    toIssue: 0,
    inReview: 0,
    health: "well",
    checkedAt: new Date(0),
    issuedThisMonth: [{ minor: 0n, currency: "USD" }],
    unspent: [{ minor: 0n, currency: "USD" }],
    ...change,
  };
}

const unspent = (minor: bigint, currency: string) => ({ currency, unspent: [{ minor, currency }] });
const shops = [
  shop("Kumo", { ...unspent(90_000n, "JPY"), health: "paused" }),
  shop("Bloom", { ...unspent(500n, "USD"), waiting: 2, via: "own" }),
  shop("Acorn", { ...unspent(70_000n, "USD"), inReview: 1 }),
  shop("Quiet", unspent(20n, "USD")),
];
const names = (params: Record<string, string>) => arrange(shops, viewOf(params)).map(({ name }) => name);

test("by name, unless asked otherwise", () => {
  expect(names({})).toEqual(["Acorn", "Bloom", "Kumo", "Quiet"]);
  expect(names({ sort: "name", dir: "desc" })).toEqual(["Quiet", "Kumo", "Bloom", "Acorn"]);
});

test("amounts are compared within their currency, and currencies stand together", () => {
  expect(names({ sort: "unspent" })).toEqual(["Kumo", "Quiet", "Bloom", "Acorn"]);
});

test("what needs somebody, one's own, and by name", () => {
  expect(names({ show: "attention" })).toEqual(["Acorn", "Bloom", "Kumo"]);
  expect(names({ show: "own" })).toEqual(["Bloom"]);
  expect(names({ q: "KU" })).toEqual(["Kumo"]);
});

test("the worst stands first when sorted by how shops stand", () => {
  expect(names({ sort: "health" })[0]).toBe("Kumo");
});

test("nonsense in the address is the usual list, and the usual list has a plain address", () => {
  const usual = viewOf({ sort: "1=1", dir: "up", show: "everything" });
  expect(hrefOf("/shops", usual)).toBe("/shops");
  expect(hrefOf("/shops", viewOf({ q: "a b", sort: "unspent", dir: "desc" }))).toBe(
    "/shops?q=a+b&sort=unspent&dir=desc",
  );
});
