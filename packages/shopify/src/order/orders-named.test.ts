import { describe, expect, test } from "vitest";
import { answering } from "../testing/answering.ts";
import { knowsOrder, type NamedOrder, ordersNamed } from "./orders-named.ts";

const bare = { phone: null, customer: null, shippingAddress: null, billingAddress: null };
const first = { id: "gid://shopify/Order/1", name: "#1001", email: "Ada@Example.com", ...bare };

const found = (asTyped: object[], withSign: object[] = []) => ({
  data: { asTyped: { nodes: asTyped }, withSign: { nodes: withSign } },
});

describe("an order is found by its number", () => {
  test.each([
    "#1001",
    "1001",
    " #1001 ",
    "# 1001",
    "＃１００１",
    "#١٠٠١",
    // Copied from an Arabic letter, where our own marks keep the sign in front.
    "\u2068#1001\u2069",
    "#1001\u200b",
  ])("typed as %j", async (name) => {
    const shop = await answering(found([first], [first]));
    expect(await ordersNamed(shop.admin, name)).toMatchObject([{ id: first.id, name: "#1001" }]);
    expect(shop.asked[0]?.variables.withSign).toBe("name:'#1001'");
  });

  test.each(["en-1001-b", "ＥＮ－１００１－Ｂ", "EN−1001ーB"])(
    "with the prefix a shop writes before its numbers, typed as %j",
    async (typed) => {
      const shop = await answering(found([{ ...first, name: "EN-1001-B" }]));
      expect(await ordersNamed(shop.admin, typed)).toHaveLength(1);
    },
  );

  test("but not another's, though Shopify's search brings it up", async () => {
    const others = [
      { ...first, name: "#10010" },
      { ...first, name: "X-1001" },
    ];
    const shop = await answering(found(others, others));
    expect(await ordersNamed(shop.admin, "#1001")).toEqual([]);
  });

  test.each(["", "#", "1".repeat(80)])("nothing is asked for %j", async (name) => {
    const shop = await answering(found([]));
    expect(await ordersNamed(shop.admin, name)).toEqual([]);
    expect(shop.asked).toHaveLength(0);
  });

  test("what is typed stays a value and cannot become a search of its own", async () => {
    const shop = await answering(found([]));
    await ordersNamed(shop.admin, "1' OR name:'*");
    expect(shop.asked[0]?.variables.withSign).toBe(String.raw`name:'#1\' or name:\'*'`);
  });
});

describe("who knows an order", () => {
  const order: NamedOrder = {
    id: first.id,
    name: "#1001",
    email: "Ada@Example.com",
    phones: ["+49 151 2345678"],
    postcodes: ["SW1A 1AA", "150-0001", "78704-1234"],
  };

  test.each([
    ["email", " ada@example.com ", true],
    ["email", "ada＠example.com", true],
    ["email", "\u2066ada@example.com\u2069", true],
    ["email", "ada@example.com.evil.example", false],
    ["email", "", false],
    ["phone", "0151 / 234 56 78", true],
    ["phone", "+49 (151) 2345678", true],
    ["phone", "0049 151 2345678", true],
    ["phone", "+49 (0)151 234 56 78", true],
    ["phone", "٠١٥١ ٢٣٤٥٦٧٨", true],
    ["phone", "5678", false],
    ["phone", "0151 2345679", false],
    ["postcode", "sw1a1aa", true],
    ["postcode", "150ー0001", true],
    ["postcode", "〒１５０－０００１", true],
    ["postcode", "78704", true],
    ["postcode", "78704-1234", true],
    ["postcode", "7870", false],
    ["postcode", "SW1A-1AB", false],
    ["postcode", "-", false],
  ] as const)("by %s %j: %s", (kind, text, knows) => {
    expect(knowsOrder(order, { kind, text })).toBe(knows);
  });

  test("nobody knows an order that holds nothing of its customer", () => {
    const nobodys = { ...order, email: null, phones: [], postcodes: [] };
    for (const kind of ["email", "phone", "postcode"] as const) {
      expect(knowsOrder(nobodys, { kind, text: "ada@example.com" })).toBe(false);
    }
  });
});
