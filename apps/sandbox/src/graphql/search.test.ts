import { expect, test } from "vitest";
import { openShop } from "../testing/stand-in.ts";
import { matches, parseSearch, type SearchField } from "./search.ts";

const shirt = {
  id: 7,
  name: "#1001",
  email: "Ada@Example.com",
  tags: ["final-sale"],
  at: new Date("2026-11-10T00:00:00Z"),
};
const fields: Record<string, SearchField<typeof shirt>> = {
  default: (item) => [item.name, item.email],
  id: (item) => item.id,
  name: (item) => item.name,
  email: (item) => item.email,
  tag: (item) => item.tags,
  created_at: (item) => item.at,
};
const finds = (query: string) => matches(parseSearch(query), shirt, fields);

test("quoted terms, numbers with and without their sign, and any case", () => {
  for (const query of [
    "name:'#1001' email:'ada@example.com'",
    'name:"1001"',
    "name:1001",
    "EMAIL:ADA@EXAMPLE.COM",
    "1001",
    "",
  ])
    expect(finds(query)).toBe(true);
  for (const query of ["name:'#1001' email:'eve@example.com'", "name:'#100'", "name:'#1001' -tag:final-sale"])
    expect(finds(query)).toBe(false);
});

test("ranges, lists, alternatives and brackets", () => {
  for (const query of [
    "id:>=7",
    "id:>6 id:<8",
    "created_at:>2026-11-01 created_at:<='2026-11-10T00:00:00Z'",
    "id:1,7",
    "(id:1 OR id:7) AND tag:final-sale",
    "name:1*",
  ])
    expect(finds(query)).toBe(true);
  for (const query of ["id:>7", "created_at:<2026-11-01", "id:1 OR id:2", "NOT id:7"])
    expect(finds(query)).toBe(false);
});

test("a quote inside a value cannot end it early", () => {
  expect(finds(String.raw`name:'\' OR id:7 OR name:\''`)).toBe(false);
});

test("pages follow each other by cursor, and need a size", async () => {
  const line = [{ variant: "SHIRT", quantity: 1 }];
  const bloom = openShop({
    orders: [1001, 1002, 1003].map((number) => ({ number, customer: "ada", lines: line })),
  });
  const page = async (after: string | null) =>
    (
      await bloom.data(
        `query($after: String) { orders(first: 2, after: $after, sortKey: ID) { nodes { name } pageInfo { hasNextPage hasPreviousPage endCursor } } }`,
        { after },
      )
    ).orders;
  const first = await page(null);
  const second = await page(first.pageInfo.endCursor);
  expect([first, second].map((entry) => entry.nodes.map((node: { name: string }) => node.name))).toEqual([
    ["#1001", "#1002"],
    ["#1003"],
  ]);
  expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  const sizeless = await bloom.ask(`{ orders { nodes { name } } }`);
  expect(sizeless.errors[0]).toMatchObject({
    message: "you must provide one of first or last",
    extensions: { code: "BAD_REQUEST" },
  });
});
