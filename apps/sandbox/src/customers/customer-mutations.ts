import type { Context, Resolvers } from "../graphql/context.ts";
import { type UserError, userError } from "../graphql/errors.ts";
import { as, idIn } from "../graphql/gid.ts";
import { announce, announceCustomer } from "../webhooks/announce.ts";
import { addressMutations, replacedAddresses, setAddresses } from "./address-mutations.ts";
import { consentFrom, consentMutations, consentOnUpdate, consentProblems } from "./consent.ts";
import type { Customer } from "./customer.ts";
import { type CustomerInput, cleaned, inputProblems } from "./customer-input.ts";
import { customerMergeMutations } from "./customer-merge.ts";
import { dataErasureMutations } from "./data-erasure.ts";
import { dataSaleMutations } from "./data-sale.ts";
import { taxExemptionMutations, taxesIn } from "./tax-exemptions.ts";

interface CustomerPayload {
  customer: Customer | null;
  userErrors: UserError[];
}

export const customerMutations: Resolvers[string] = {
  customerCreate: (_source, { input }: { input: CustomerInput }, context) => create(context, input),
  customerUpdate: (_source, { input }: { input: CustomerInput }, context) => update(context, input),
  customerDelete: (_source, { input }: { input: { id: string } }, { shop }) => {
    const customer = shop.customers.get(idIn(input.id, "Customer"));
    const refuse = (message: string) => ({
      deletedCustomerId: null,
      userErrors: [userError(["id"], message)],
      shop: shop.shop,
    });
    if (!customer) return refuse("Customer can't be found");
    if (shop.ordersOf(customer.id).length > 0)
      return refuse("Customer can’t be deleted because they have associated orders");
    shop.customers.delete(customer.id);
    announce(shop, "customers/delete", { id: customer.id, admin_graphql_api_id: input.id });
    return { deletedCustomerId: input.id, userErrors: [], shop: shop.shop };
  },
  ...addressMutations,
  ...consentMutations,
  ...customerMergeMutations,
  ...dataErasureMutations,
  ...dataSaleMutations,
  ...taxExemptionMutations,
};

function create(context: Context, input: CustomerInput): CustomerPayload {
  const { shop, world } = context;
  if (input.id) return refused([userError(["id"], "Cannot specify ID on creation")]);
  const numbered = input.addresses?.findIndex(({ id }) => Boolean(id)) ?? -1;
  if (numbered >= 0)
    return refused([
      userError(["addresses", String(numbered), "id"], "Cannot specify address ID on creation"),
    ]);
  const wish = cleaned(input);
  if (isNobody(wish)) return refused([nobody]);
  const problems = [...inputProblems(shop, wish), ...consentProblems(input, wish)];
  if (problems.length > 0) return refused(problems);
  const now = world.nowText();
  const { emailMarketingConsent, smsMarketingConsent } = input;
  const customer: Customer = {
    email: null,
    firstName: null,
    lastName: null,
    phone: null,
    locale: shop.shop.primaryLocale,
    tags: [],
    note: null,
    ...wish,
    ...taxesIn(input),
    ...(emailMarketingConsent ? { emailConsent: consentFrom(emailMarketingConsent, now) } : {}),
    ...(smsMarketingConsent ? { smsConsent: consentFrom(smsMarketingConsent, now) } : {}),
    id: world.nextId("Customer"),
    state: "DISABLED",
    address: null,
    createdAt: now,
    updatedAt: now,
  };
  if (input.addresses) {
    const { addresses, problems: wrong } = replacedAddresses(context, customer, input.addresses);
    if (wrong.length > 0) return refused(wrong);
    setAddresses(customer, addresses);
  }
  shop.customers.save(customer);
  announceCustomer(shop, "create", customer);
  return { customer: as("Customer", customer), userErrors: [] };
}

function update(context: Context, input: CustomerInput): CustomerPayload {
  const { shop, world } = context;
  const customer = shop.customers.get(idIn(input.id, "Customer"));
  if (!customer) return refused([userError(["id"], "Customer does not exist")]);
  const wish = cleaned(input);
  const problems = [...consentOnUpdate(input), ...inputProblems(shop, wish, customer.id)];
  if (problems.length > 0) return refused(problems);
  if (isNobody({ ...customer, ...wish })) return refused([nobody]);
  const replaced = input.addresses && replacedAddresses(context, { ...customer, ...wish }, input.addresses);
  if (replaced && replaced.problems.length > 0) return refused(replaced.problems);
  if (replaced) setAddresses(customer, replaced.addresses);
  Object.assign(customer, wish, taxesIn(input), { updatedAt: world.nowText() });
  shop.customers.save(customer);
  announceCustomer(shop, "update", customer);
  return { customer: as("Customer", customer), userErrors: [] };
}

function refused(userErrors: UserError[]): CustomerPayload {
  return { customer: null, userErrors };
}

const nobody = userError(null, "A name, phone number, or email address must be present");

/** Recorded when making a customer and when taking away the last thing they were known by. */
function isNobody(customer: Partial<Pick<Customer, "email" | "phone" | "firstName" | "lastName">>): boolean {
  return !customer.email && !customer.phone && !customer.firstName && !customer.lastName;
}
