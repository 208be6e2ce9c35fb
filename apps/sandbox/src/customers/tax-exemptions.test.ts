import { expect, test } from "vitest";
import { everything, openShop } from "../testing/stand-in.ts";

test("exemptions from taxes are added once each, taken away and replaced, of somebody who is there", async () => {
  const bloom = openShop();
  const { customerCreate } = await bloom.data(
    `mutation { customerCreate(input: { email: "grace@example.com", taxExempt: true }) { customer { id taxExempt taxExemptions } } }`,
  );
  expect(customerCreate.customer).toMatchObject({ taxExempt: true, taxExemptions: [] });
  const change = async (mutation: string, taxExemptions: string[], customerId = customerCreate.customer.id) =>
    (
      await bloom.data(
        `mutation($customerId: ID!, $taxExemptions: [TaxExemption!]!) { ${mutation}(customerId: $customerId, taxExemptions: $taxExemptions) { customer { taxExemptions } userErrors { field message } } }`,
        { customerId, taxExemptions },
      )
    )[mutation];
  const [card, reseller] = ["CA_STATUS_CARD_EXEMPTION", "CA_BC_RESELLER_EXEMPTION"];
  const of = (taxExemptions: unknown[]) => ({ customer: { taxExemptions }, userErrors: [] });
  expect(await change("customerAddTaxExemptions", [card, card])).toEqual(of([card]));
  expect(await change("customerAddTaxExemptions", [card, reseller])).toEqual(of([card, reseller]));
  expect(await change("customerRemoveTaxExemptions", [card])).toEqual(of([reseller]));
  expect(await change("customerReplaceTaxExemptions", [])).toEqual(of([]));
  expect(await change("customerAddTaxExemptions", [card], "gid://shopify/Customer/999")).toEqual({
    customer: null,
    userErrors: [{ field: ["customerId"], message: "Customer does not exist." }],
  });
});

test("erasing somebody's data is asked for by who may, and taken back only once", async () => {
  const bloom = openShop({}, [...everything, "write_customer_data_erasure"]);
  const id = `gid://shopify/Customer/${bloom.shop.customers.all()[0]?.id}`;
  const act = async (mutation: string, customerId = id, shop = bloom) =>
    shop.ask(
      `mutation($customerId: ID!) { ${mutation}(customerId: $customerId) { customerId userErrors { field message code } } }`,
      { customerId },
    );
  const done = { customerId: id, userErrors: [] };
  expect((await act("customerRequestDataErasure")).data.customerRequestDataErasure).toEqual(done);
  expect((await act("customerCancelDataErasure")).data.customerCancelDataErasure).toEqual(done);
  expect((await act("customerCancelDataErasure")).data.customerCancelDataErasure.userErrors).toEqual([
    {
      field: ["customerId"],
      message: "Customer's data is not scheduled for erasure",
      code: "NOT_BEING_ERASED",
    },
  ]);
  const unknown = await act("customerRequestDataErasure", "gid://shopify/Customer/999");
  expect(unknown.data.customerRequestDataErasure.userErrors[0].code).toBe("DOES_NOT_EXIST");
  const denied = await act("customerRequestDataErasure", id, openShop());
  expect(denied.errors[0].extensions.code).toBe("ACCESS_DENIED");
});
