import { expect, test } from "vitest";
import { openShop, type TestShop } from "../testing/stand-in.ts";

const shown = `customer { defaultEmailAddress { marketingState marketingOptInLevel marketingUpdatedAt }
  defaultPhoneNumber { marketingState marketingOptInLevel marketingUpdatedAt marketingCollectedFrom } }`;
const create = `mutation($input: CustomerInput!) { customerCreate(input: $input) { customer { id } ${shown.replace("customer", "shown: customer")} userErrors { field message } } }`;
const email = `mutation($input: CustomerEmailMarketingConsentUpdateInput!) { customerEmailMarketingConsentUpdate(input: $input) { ${shown} userErrors { field message code } } }`;
const sms = `mutation($input: CustomerSmsMarketingConsentUpdateInput!) { customerSmsMarketingConsentUpdate(input: $input) { ${shown} userErrors { field message code } } }`;

const make = async (bloom: TestShop, input: unknown) => (await bloom.data(create, { input })).customerCreate;
const byEmail = async (bloom: TestShop, customerId: string, emailMarketingConsent: unknown) =>
  (await bloom.data(email, { input: { customerId, emailMarketingConsent } }))
    .customerEmailMarketingConsentUpdate;
const bySms = async (bloom: TestShop, customerId: string, smsMarketingConsent: unknown) =>
  (await bloom.data(sms, { input: { customerId, smsMarketingConsent } })).customerSmsMarketingConsentUpdate;

const subscribed = { marketingState: "SUBSCRIBED", marketingOptInLevel: "SINGLE_OPT_IN" };
const at = "2026-04-25T01:00:00Z";

test("nobody is subscribed until they say so, then to what they said", async () => {
  const bloom = openShop();
  const silent = await make(bloom, { email: "grace@example.com", phone: "+14155550422" });
  expect(silent.shown).toEqual({
    defaultEmailAddress: {
      marketingState: "NOT_SUBSCRIBED",
      marketingOptInLevel: "SINGLE_OPT_IN",
      marketingUpdatedAt: null,
    },
    defaultPhoneNumber: {
      marketingState: "NOT_SUBSCRIBED",
      marketingOptInLevel: "SINGLE_OPT_IN",
      marketingUpdatedAt: null,
      marketingCollectedFrom: null,
    },
  });
  const { customer } = await byEmail(bloom, silent.customer.id, { ...subscribed, consentUpdatedAt: at });
  expect(customer.defaultEmailAddress).toEqual({ ...subscribed, marketingUpdatedAt: at });
  expect(customer.defaultPhoneNumber.marketingState).toBe("NOT_SUBSCRIBED");
  const texted = await bySms(bloom, silent.customer.id, { ...subscribed, consentUpdatedAt: at });
  expect(texted.customer.defaultPhoneNumber).toEqual({
    ...subscribed,
    marketingUpdatedAt: at,
    marketingCollectedFrom: "OTHER",
  });
});

test("a new customer may bring consents along, a known one may not", async () => {
  const bloom = openShop();
  const made = await make(bloom, {
    email: "grace@example.com",
    emailMarketingConsent: { ...subscribed, consentUpdatedAt: at },
  });
  expect(made.shown.defaultEmailAddress).toEqual({ ...subscribed, marketingUpdatedAt: at });
  expect(
    (await make(bloom, { phone: "+14155550423", emailMarketingConsent: subscribed })).userErrors,
  ).toEqual([
    {
      field: ["emailMarketingConsent"],
      message: "An email address is required to set the email marketing consent state.",
    },
  ]);
  const { customerUpdate } = await bloom.data(
    `mutation($input: CustomerInput!) { customerUpdate(input: $input) { customer { id } userErrors { field message } } }`,
    { input: { id: made.customer.id, smsMarketingConsent: subscribed } },
  );
  expect(customerUpdate).toEqual({
    customer: null,
    userErrors: [
      {
        field: ["smsMarketingConsent"],
        message:
          "To update smsMarketingConsent, please use the customerSmsMarketingConsentUpdate Mutation instead",
      },
    ],
  });
});

test("consents are judged as recorded, and texting answers without the customer", async () => {
  const bloom = openShop();
  const { customer } = await make(bloom, { email: "grace@example.com" });
  const judged = async (consent: object) => (await byEmail(bloom, customer.id, consent)).userErrors[0];
  expect(await judged({ marketingState: "SUBSCRIBED" })).toEqual({
    field: ["input", "emailMarketingConsent", "marketingOptInLevel"],
    message: "Marketing opt in level must exist",
    code: "MISSING_ARGUMENT",
  });
  expect(await judged({ ...subscribed, consentUpdatedAt: "2999-01-01T00:00:00Z" })).toMatchObject({
    message: "Consent updated at must not be in the future",
    code: "INVALID",
  });
  expect(await judged({ ...subscribed, marketingState: "PENDING" })).toMatchObject({
    message: "Marketing opt in level must be confirmed opt-in for pending consent state",
  });
  expect(await bySms(bloom, customer.id, subscribed)).toEqual({
    customer: null,
    userErrors: [
      {
        field: ["input", "smsMarketingConsent"],
        message: "A phone number is required to set the SMS consent state.",
        code: "INVALID",
      },
    ],
  });
  expect((await bySms(bloom, "gid://shopify/Customer/999", subscribed)).userErrors).toEqual([
    { field: null, message: "Customer not found", code: null },
  ]);
  const refused = await bloom.ask(email, {
    input: { customerId: customer.id, emailMarketingConsent: { ...subscribed, marketingState: "REDACTED" } },
  });
  expect(refused.errors[0]).toMatchObject({
    message: "Cannot specify REDACTED as a marketing state input",
    extensions: { code: "INVALID" },
  });
});

test("whoever opts out of the sale of their data is marked, a stranger becomes a customer by it", async () => {
  const bloom = openShop();
  const optOut = async (address: string) =>
    (
      await bloom.data(
        `mutation($email: String!) { dataSaleOptOut(email: $email) { customerId userErrors { field message code } } }`,
        { email: address },
      )
    ).dataSaleOptOut;
  const { customer } = await make(bloom, { email: "grace@example.com" });
  expect(await optOut("GRACE@example.com")).toEqual({ customerId: customer.id, userErrors: [] });
  const { customerId } = await optOut("a stranger@example.com");
  const { known, stranger } = await bloom.data(
    `query($known: ID!, $stranger: ID!) { known: customer(id: $known) { dataSaleOptOut }
      stranger: customer(id: $stranger) { email dataSaleOptOut tags } }`,
    { known: customer.id, stranger: customerId },
  );
  expect(known).toEqual({ dataSaleOptOut: true });
  expect(stranger).toEqual({
    email: "astranger@example.com",
    dataSaleOptOut: true,
    tags: ["created-by-dns-form"],
  });
  for (const wrong of ["not-an-email", ".me@example.com", "me@8.8.8.8", "me@example.c0m", "me@-example.com"])
    expect(await optOut(wrong)).toEqual({
      customerId: null,
      userErrors: [{ field: null, message: "Data sale opt out failed.", code: "FAILED" }],
    });
});
