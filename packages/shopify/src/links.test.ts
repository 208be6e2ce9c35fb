import { expect, test } from "vitest";
import { lastDigits, legacyId } from "./gid.ts";
import { shopifyUrls } from "./links.ts";
import { isShopDomain } from "./shop-domain.ts";

const shop = "bloom.myshopify.com";

test("an order and a customer are a click away in the shop's admin", () => {
  const urls = shopifyUrls();
  expect(urls.order(shop, "gid://shopify/Order/42")).toBe("https://admin.shopify.com/store/bloom/orders/42");
  expect(urls.customer(shop, "gid://shopify/Customer/7")).toBe(
    "https://admin.shopify.com/store/bloom/customers/7",
  );
  expect(urls.api(shop)).toBe("https://bloom.myshopify.com");
});

test("where a stand-in is used, the same clicks lead to it, and Shopify is never called", () => {
  const urls = shopifyUrls("http://localhost:3002/");
  expect(urls.order(shop, "gid://shopify/Order/42")).toBe("http://localhost:3002/store/bloom/orders/42");
  expect(urls.api(shop)).toBe("http://localhost:3002/bloom.myshopify.com");
  expect(urls.local("https://bloom.myshopify.com/admin/oauth/authorize?x=1")).toBe(
    "http://localhost:3002/bloom.myshopify.com/admin/oauth/authorize?x=1",
  );
  expect(urls.local("https://bloom.myshopify.com.evil.example/x")).toBe(
    "https://bloom.myshopify.com.evil.example/x",
  );
});

test.each([
  "evil.example",
  "bloom.myshopify.com.evil.example",
  "bloom.myshopify.com/",
  "bloom.myshopify.com:8080",
  "user@bloom.myshopify.com",
  "-bloom.myshopify.com",
  "Bloom.myshopify.com",
  "bloom.myshopify.com\n",
  ".myshopify.com",
  "",
])("%j is not a shop, and no address is made of it", (domain) => {
  expect(isShopDomain(domain)).toBe(false);
  expect(() => shopifyUrls().api(domain)).toThrow(RangeError);
  expect(() => shopifyUrls().admin(domain)).toThrow(RangeError);
});

test("an account is known by its last four digits", () => {
  expect(lastDigits("gid://shopify/StoreCreditAccount/1217694821")).toBe("4821");
  expect(lastDigits("gid://shopify/StoreCreditAccount/7")).toBe("0007");
  expect(() => legacyId("gid://shopify/Customer/abc")).toThrow(RangeError);
});
