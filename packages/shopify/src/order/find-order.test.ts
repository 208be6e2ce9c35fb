import { describe, expect, test } from "vitest";
import { answering } from "../testing/answering.ts";
import { findOrder } from "./find-order.ts";

const first = { id: "gid://shopify/Order/1", name: "#1001", email: "Ada@Example.com" };

const found = (asTyped: object[], withSign: object[] = []) => ({
  data: { asTyped: { nodes: asTyped }, withSign: { nodes: withSign } },
});

describe("a customer finds an order", () => {
  test.each(["#1001", "1001", " #1001 ", "# 1001", "＃１００１"])("typed as %j", async (name) => {
    const shop = await answering(found([], [first]));
    expect(await findOrder(shop.admin, { name, email: "ada@example.com " })).toEqual({
      id: first.id,
      name: "#1001",
    });
    expect(shop.asked[0]?.variables.withSign).toBe("name:'#1001' email:'ada@example.com'");
  });

  test("with the prefix a shop writes before its numbers", async () => {
    const order = { ...first, name: "EN-1001-B" };
    const shop = await answering(found([order]));
    expect(await findOrder(shop.admin, { name: "en-1001-b", email: "ada@example.com" })).toMatchObject({
      id: order.id,
    });
  });

  test("but not somebody else's, though Shopify's search brings it up", async () => {
    const others = [
      { ...first, name: "#10010" },
      { ...first, email: "ada@example.com.evil.example" },
      { ...first, email: null },
    ];
    const shop = await answering(found(others, others));
    expect(await findOrder(shop.admin, { name: "#1001", email: "ada@example.com" })).toBeNull();
  });

  test.each([
    ["", "ada@example.com"],
    ["#", "ada@example.com"],
    ["#1001", "ada"],
    ["1".repeat(80), "ada@example.com"],
  ])("nothing is asked for %j and %j", async (name, email) => {
    const shop = await answering(found([]));
    expect(await findOrder(shop.admin, { name, email })).toBeNull();
    expect(shop.asked).toHaveLength(0);
  });

  test("what is typed stays a value and cannot become a search of its own", async () => {
    const shop = await answering(found([]));
    await findOrder(shop.admin, { name: "1' OR name:'*", email: "O'Brien@example.com" });
    expect(shop.asked[0]?.variables.withSign).toBe(
      String.raw`name:'#1\' or name:\'*' email:'o\'brien@example.com'`,
    );
  });
});
