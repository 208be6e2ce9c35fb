import { expect, test } from "vitest";
import { accountFor } from "../store-credit/find-account.ts";
import { credit } from "../store-credit/spend.ts";
import { openShop } from "../testing/stand-in.ts";
import { customerAccount } from "./account-page.ts";

test("the link in a customer's letter leads to what she can spend", async () => {
  const { shop } = openShop();
  const account = accountFor(shop, { type: "Customer", id: shop.customers.all()[0]?.id ?? 0 }, "USD");
  credit(shop, account, {
    amount: 4_400n,
    event: "ADJUSTMENT",
    issuer: { kind: "app", name: "Kept", requestId: null },
  });
  const page = await customerAccount(shop, " ADA@example.com ").text();
  expect(page).toContain("Ada Lovelace");
  expect(page).toContain("$44.00");
  expect(page).toContain(`/store/${shop.shop.handle}/checkout`);
});

test("an address nobody has is asked for again, and shown as text only", async () => {
  const { shop } = openShop();
  const page = await customerAccount(shop, `"><script>alert(1)</script>`).text();
  expect(page).toContain("Nobody here has this e-mail address.");
  expect(page).not.toContain("<script>alert");
});
