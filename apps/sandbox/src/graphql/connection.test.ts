import { expect, test } from "vitest";
import { openShop } from "../testing/stand-in.ts";

const numbered = [1001, 1002, 1003].map((number) => ({
  number,
  createdAt: "-1d",
  lines: [{ title: "Shirt", quantity: 1, unitPrice: "20.00" }],
}));
const bloom = openShop({ orders: numbered });
const page = async (args: string) =>
  (
    await bloom.data(
      `{ orders(${args}, sortKey: ORDER_NUMBER) { nodes { name } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    )
  ).orders;
const names = (found: { nodes: { name: string }[] }) => found.nodes.map(({ name }) => name);

test("a list is read from either end, in either order, and on from any cursor", async () => {
  expect(names(await page("last: 2"))).toEqual(["#1002", "#1003"]);
  expect(names(await page("first: 2, reverse: true"))).toEqual(["#1003", "#1002"]);
  const first = await page("first: 1");
  expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  const rest = await page(`first: 5, after: "${first.pageInfo.endCursor}"`);
  expect(names(rest)).toEqual(["#1002", "#1003"]);
  const back = await page(`last: 1, before: "${rest.pageInfo.endCursor}"`);
  expect(names(back)).toEqual(["#1002"]);
  expect(back.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
});

test("a page without a size, with two, with too much of one, or from nowhere is refused", async () => {
  const message = async (args: string) =>
    (await bloom.ask(`{ orders${args} { nodes { name } } }`)).errors[0].message;
  expect(await message("")).toBe("you must provide one of first or last");
  expect(await message("(first: 1, last: 1)")).toBe("providing both first and last is not supported");
  expect(await message("(first: 251)")).toBe("first cannot exceed 250");
  expect(await message("(last: -1)")).toBe("last must be greater than or equal to 0");
  expect(await message(`(first: 1, after: "nonsense")`)).toBe("Invalid cursor for current pagination sort.");
});
