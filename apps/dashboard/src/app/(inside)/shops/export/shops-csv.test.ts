import { expect, test } from "vitest";
import { shopsCsv } from "./shops-csv.ts";

const bloom = {
  handle: "bloom",
  name: '=HYPERLINK("https://evil.example")',
  currency: "USD",
  role: "manager",
  organization: "Bloom, Thread & “Co”",
  via: "grant",
  waiting: 3,
  toIssue: 1,
  inReview: 0,
  health: "well",
  checkedAt: null,
  issuedThisMonth: [
    { minor: 2200n, currency: "USD" },
    { minor: 1500n, currency: "JPY" },
  ],
  unspent: [{ minor: 5n, currency: "USD" }],
} as const;

test("a row a currency, counts once, and no cell that a spreadsheet would run", () => {
  const [head, first, second] = shopsCsv([bloom]).split("\n");
  expect(head).toContain("issued_this_month,unspent");
  expect(first).toMatch(/3,1,0,USD,22\.00,0\.05$/);
  expect(second).toMatch(/,,,JPY,1500,0$/);
  expect(first?.startsWith(`"'=HYPERLINK`)).toBe(true);
});
