import type { Context, Resolvers } from "../graphql/context.ts";
import { userError } from "../graphql/errors.ts";
import { gid } from "../graphql/gid.ts";
import { announceCustomer } from "../webhooks/announce.ts";
import type { Customer } from "./customer.ts";

/** Whoever does not want their data sold is known by the address they gave; a stranger becomes a customer by it. */
export const dataSaleMutations: Resolvers[string] = {
  dataSaleOptOut: (_source, { email: given }: { email: string }, context) => {
    const email = given.replace(/\s+/g, "");
    if (!isAddress(email))
      return { customerId: null, userErrors: [userError(null, "Data sale opt out failed.", "FAILED")] };
    const same = (customer: Customer) => customer.email?.toLowerCase() === email.toLowerCase();
    const customer = context.shop.customers.all().find(same);
    return {
      customerId: gid("Customer", (customer ? optOut(context, customer) : stranger(context, email)).id),
      userErrors: [],
    };
  },
};

function optOut({ shop, world }: Context, customer: Customer): Customer {
  customer.dataSaleOptOut = true;
  customer.updatedAt = world.nowText();
  shop.customers.save(customer);
  announceCustomer(shop, "update", customer);
  return customer;
}

function stranger({ shop, world }: Context, email: string): Customer {
  const now = world.nowText();
  const customer: Customer = {
    id: world.nextId("Customer"),
    email,
    firstName: null,
    lastName: null,
    phone: null,
    locale: shop.shop.primaryLocale,
    tags: ["created-by-dns-form"],
    note: null,
    state: "DISABLED",
    address: null,
    dataSaleOptOut: true,
    createdAt: now,
    updatedAt: now,
  };
  shop.customers.save(customer);
  announceCustomer(shop, "create", customer);
  return customer;
}

const localPart = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~"-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~"-]+)*$/u;
const domain = /^([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}$/u;

/** Stricter than a customer's address elsewhere, as recorded. */
function isAddress(email: string): boolean {
  const [local = "", host = "", ...more] = email.split("@");
  return (
    more.length === 0 &&
    email.length <= 255 &&
    local.length <= 128 &&
    localPart.test(local) &&
    domain.test(host)
  );
}
