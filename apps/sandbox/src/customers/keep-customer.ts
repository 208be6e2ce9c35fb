import type { Context } from "../graphql/context.ts";
import { type UserError, userError } from "../graphql/errors.ts";
import { as, idIn } from "../graphql/gid.ts";
import { metafieldProblems, withMetafields } from "../metafields/metafield.ts";
import { announceCustomer } from "../webhooks/announce.ts";
import { replacedAddresses, setAddresses } from "./address-mutations.ts";
import { consentFrom, consentOnUpdate, consentProblems } from "./consent.ts";
import type { Customer } from "./customer.ts";
import { type CustomerInput, cleaned, inputProblems } from "./customer-input.ts";
import { taxesIn } from "./tax-exemptions.ts";

export interface CustomerPayload {
  customer: Customer | null;
  userErrors: UserError[];
}

/** As recorded: customerSet keeps an address that says nothing, the others refuse it. */
interface AddressRules {
  mayBeBlank?: boolean;
}

/** customerCreate */
export function createCustomer(
  context: Context,
  input: CustomerInput,
  { mayBeBlank = false }: AddressRules = {},
): CustomerPayload {
  const { shop, world } = context;
  if (input.id) return refused([userError(["id"], "Cannot specify ID on creation")]);
  const numbered = input.addresses?.findIndex(({ id }) => Boolean(id)) ?? -1;
  if (numbered >= 0)
    return refused([
      userError(["addresses", String(numbered), "id"], "Cannot specify address ID on creation"),
    ]);
  const named = input.metafields?.findIndex(({ id }) => Boolean(id)) ?? -1;
  if (named >= 0)
    return refused([
      userError(["metafields", String(named), "id"], "Cannot specify metafield ID on creation"),
    ]);
  const wish = cleaned(input);
  if (isNobody(wish)) return refused([nobody]);
  const problems = [
    ...inputProblems(shop, wish),
    ...consentProblems(input, wish),
    ...metafieldProblems(input.metafields),
  ];
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
    ...withMetafields(world, {}, input.metafields),
    ...(emailMarketingConsent ? { emailConsent: consentFrom(emailMarketingConsent, now) } : {}),
    ...(smsMarketingConsent ? { smsConsent: consentFrom(smsMarketingConsent, now) } : {}),
    id: world.nextId("Customer"),
    state: "DISABLED",
    address: null,
    createdAt: now,
    updatedAt: now,
  };
  if (input.addresses) {
    const { addresses, problems: wrong } = replacedAddresses(context, customer, input.addresses, mayBeBlank);
    if (wrong.length > 0) return refused(wrong);
    setAddresses(customer, addresses);
  }
  shop.customers.save(customer);
  announceCustomer(shop, "create", customer);
  return { customer: as("Customer", customer), userErrors: [] };
}

/** customerUpdate */
export function updateCustomer(
  context: Context,
  input: CustomerInput,
  { mayBeBlank = false }: AddressRules = {},
): CustomerPayload {
  const { shop, world } = context;
  const customer = shop.customers.get(idIn(input.id, "Customer"));
  if (!customer) return refused([userError(["id"], "Customer does not exist")]);
  const wish = cleaned(input);
  const problems = [
    ...consentOnUpdate(input),
    ...inputProblems(shop, wish, customer.id),
    ...metafieldProblems(input.metafields),
  ];
  if (problems.length > 0) return refused(problems);
  if (isNobody({ ...customer, ...wish })) return refused([nobody]);
  const replaced =
    input.addresses && replacedAddresses(context, { ...customer, ...wish }, input.addresses, mayBeBlank);
  if (replaced && replaced.problems.length > 0) return refused(replaced.problems);
  if (replaced) setAddresses(customer, replaced.addresses);
  const { metafields } = input;
  Object.assign(customer, wish, taxesIn(input), withMetafields(world, customer, metafields), {
    updatedAt: world.nowText(),
  });
  shop.customers.save(customer);
  announceCustomer(shop, "update", customer);
  return { customer: as("Customer", customer), userErrors: [] };
}

export function refused(userErrors: UserError[]): CustomerPayload {
  return { customer: null, userErrors };
}

const nobody = userError(null, "A name, phone number, or email address must be present");

/** Recorded when making a customer and when taking away the last thing they were known by. */
function isNobody(customer: Partial<Pick<Customer, "email" | "phone" | "firstName" | "lastName">>): boolean {
  return !customer.email && !customer.phone && !customer.firstName && !customer.lastName;
}
