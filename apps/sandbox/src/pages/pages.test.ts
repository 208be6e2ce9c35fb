import { expect, test } from "vitest";
import { demoVisit } from "./testing.ts";

test("every page of every demo shop opens and says that it is a stand-in", async () => {
  const { shops, read } = demoVisit();
  for (const shop of shops) {
    const at = `/store/${shop.shop.handle}`;
    const places = [
      at,
      `${at}/orders`,
      ...shop.orders.all().map(({ id }) => `${at}/orders/${id}`),
      `${at}/customers`,
      ...shop.customers.all().map(({ id }) => `${at}/customers/${id}`),
      ...shop.accounts.all().map(({ id, owner }) => `${at}/customers/${owner.id}/store-credit/${id}`),
      `${at}/checkout`,
      `${at}/settings/customer_accounts`,
    ];
    for (const place of places) {
      const page = await read(place);
      expect(page.status, place).toBe(200);
      expect(page.text, place).toContain("Shopify stand-in");
    }
  }
});

test("the front page leads to every shop, the mailbox and the control API", async () => {
  const { read } = demoVisit();
  const { text } = await read("/");
  for (const place of ["/store/bloom", "/store/fjord", "/store/kumo", "/mailbox"])
    expect(text).toContain(`href="${place}"`);
  expect(text).toContain("/control/shops");
});

test("an order is found by its number as well as by its id", async () => {
  const { read } = demoVisit();
  expect((await read("/store/bloom/orders/1001")).text).toContain("Meadow Linen Shirt");
});

test("an address that leads nowhere says so with a 404", async () => {
  const { read } = demoVisit();
  for (const place of [
    "/store/nowhere",
    "/store/bloom/orders/77",
    "/store/bloom/customers/1",
    "/store/bloom/x",
    "/mailbox/99",
  ])
    expect((await read(place)).status, place).toBe(404);
});

test("what a shop's products are called is never taken for markup", async () => {
  const { bloom, ada, read } = demoVisit();
  const evil = `<img src=x onerror=alert(1)>"'&`;
  for (const order of bloom.orders.all()) for (const line of order.lines) line.title = evil;
  for (const product of bloom.products.all()) product.title = evil;
  ada.firstName = evil;
  const places = ["", "/orders", "/orders/1001", "/customers", `/customers/${ada.id}`, "/checkout"];
  for (const place of places) {
    const { text } = await read(`/store/bloom${place}`);
    expect(text, place).not.toContain("<img src=x");
    expect(text, place).toContain("&lt;img src=x onerror=alert(1)&gt;");
  }
});

test("a search is shown back as text", async () => {
  const { read } = demoVisit();
  const { text } = await read(`/store/bloom/orders?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
  expect(text).not.toContain("<script>alert");
});

test("pictures come with their type and may be kept, and nothing else of the disk comes at all", async () => {
  const { read } = demoVisit();
  const picture = await read("/cdn/bloom/meadow-shirt.webp");
  expect(picture.headers.get("content-type")).toBe("image/webp");
  expect(picture.headers.get("cache-control")).toContain("max-age");
  expect(picture.headers.get("x-content-type-options")).toBe("nosniff");
  for (const place of [
    "/cdn/bloom/README.md",
    "/cdn/..%2f..%2fsrc/main.ts",
    "/cdn/bloom/..%2F..%2Fpackage.json",
    "/assets/..%2findex.ts",
  ])
    expect((await read(place)).status, place).toBe(404);
});
