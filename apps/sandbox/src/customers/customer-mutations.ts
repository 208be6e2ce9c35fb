import type { Context, Resolvers } from "../graphql/context.ts";
import { userError } from "../graphql/errors.ts";
import { as, idIn } from "../graphql/gid.ts";
import { announce, announceCustomer } from "../webhooks/announce.ts";
import type { Customer } from "./customer.ts";

interface CustomerInput {
  id?: string | null;
  email?: string | null;
  firstName?: string | null;
  lastName?: string | null;
  phone?: string | null;
  locale?: string | null;
  note?: string | null;
  tags?: string[] | null;
}

export const customerMutations: Resolvers[string] = {
  customerCreate: (_source, { input }: { input: CustomerInput }, context) => {
    const { shop, world } = context;
    if (input.id) return { customer: null, userErrors: [userError(["id"], "Cannot specify ID on creation")] };
    if (isNobody(input)) return { customer: null, userErrors: [nobody] };
    const taken = emailTaken(context, input.email, undefined);
    if (taken) return { customer: null, userErrors: [taken] };
    const now = world.nowText();
    const customer: Customer = {
      id: world.nextId("Customer"),
      email: input.email ?? null,
      firstName: input.firstName ?? null,
      lastName: input.lastName ?? null,
      phone: input.phone ?? null,
      locale: input.locale ?? shop.shop.primaryLocale,
      tags: [...(input.tags ?? [])].sort(),
      note: input.note ?? null,
      state: "DISABLED",
      address: null,
      createdAt: now,
      updatedAt: now,
    };
    shop.customers.save(customer);
    announceCustomer(shop, "create", customer);
    return { customer: as("Customer", customer), userErrors: [] };
  },
  customerUpdate: (_source, { input }: { input: CustomerInput }, context) => {
    const { shop, world } = context;
    const customer = shop.customers.get(idIn(input.id, "Customer"));
    if (!customer) return { customer: null, userErrors: [userError(["id"], "Customer does not exist")] };
    const taken = emailTaken(context, input.email, customer.id);
    if (taken) return { customer: null, userErrors: [taken] };
    const { id: _id, tags, ...rest } = input;
    if (isNobody({ ...customer, ...rest })) return { customer: null, userErrors: [nobody] };
    Object.assign(customer, rest, tags ? { tags: [...tags].sort() } : {}, { updatedAt: world.nowText() });
    shop.customers.save(customer);
    announceCustomer(shop, "update", customer);
    return { customer: as("Customer", customer), userErrors: [] };
  },
  customerDelete: (_source, { input }: { input: { id: string } }, { shop }) => {
    const customer = shop.customers.get(idIn(input.id, "Customer"));
    if (!customer)
      return {
        deletedCustomerId: null,
        userErrors: [userError(["id"], "Customer can't be found")],
        shop: shop.shop,
      };
    if (shop.ordersOf(customer.id).length > 0) {
      return {
        deletedCustomerId: null,
        userErrors: [userError(["id"], "Customer can’t be deleted because they have associated orders")],
        shop: shop.shop,
      };
    }
    shop.customers.delete(customer.id);
    announce(shop, "customers/delete", { id: customer.id, admin_graphql_api_id: input.id });
    return { deletedCustomerId: input.id, userErrors: [], shop: shop.shop };
  },
};

const nobody = userError(null, "A name, phone number, or email address must be present");

/** Recorded when making a customer and when taking away the last thing they were known by. */
function isNobody({
  email,
  phone,
  firstName,
  lastName,
}: Pick<CustomerInput, "email" | "phone" | "firstName" | "lastName">): boolean {
  return !email && !phone && !firstName && !lastName;
}

function emailTaken({ shop }: Context, email: string | null | undefined, except: number | undefined) {
  const holder = email
    ? shop.customers.find(
        (entry) => entry.email?.toLowerCase() === email.toLowerCase() && entry.id !== except,
      )
    : undefined;
  return holder && userError(["email"], "Email has already been taken");
}
