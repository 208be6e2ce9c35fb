import { connection, type PageArguments } from "../graphql/connection.ts";
import type { Resolvers } from "../graphql/context.ts";
import { as, idIn } from "../graphql/gid.ts";
import { matches, parseSearch, type SearchField } from "../graphql/search.ts";
import type { Customer } from "./customer.ts";
import { customerMergeQueries } from "./customer-merge.ts";

const fields: Record<string, SearchField<Customer>> = {
  default: (customer) => [customer.email ?? "", customer.firstName ?? "", customer.lastName ?? ""],
  id: (customer) => customer.id,
  email: (customer) => customer.email,
  phone: (customer) => customer.phone,
  first_name: (customer) => customer.firstName,
  last_name: (customer) => customer.lastName,
  tag: (customer) => customer.tags,
  state: (customer) => customer.state,
  created_at: (customer) => new Date(customer.createdAt),
  updated_at: (customer) => new Date(customer.updatedAt),
};

interface ListArguments extends PageArguments {
  query?: string | null;
  sortKey?: string | null;
}

/** What they are listed by; by number where none of these is asked for. */
const sortKeys: Partial<Record<string, (customer: Customer) => string>> = {
  CREATED_AT: ({ createdAt }) => createdAt,
  UPDATED_AT: ({ updatedAt }) => updatedAt,
  NAME: ({ lastName, firstName }) => `${lastName ?? ""}, ${firstName ?? ""}`,
};

export const customerQueries: Resolvers[string] = {
  ...customerMergeQueries,
  customer: (_source, { id }: { id: string }, { shop }) => {
    const customer = shop.customers.get(idIn(id, "Customer"));
    return customer ? as("Customer", customer) : null;
  },
  customers: (_source, args: ListArguments, { shop }) => {
    const search = parseSearch(args.query);
    const found = shop.customers.all().filter((customer) => matches(search, customer, fields));
    const key = sortKeys[args.sortKey ?? "ID"];
    if (key) found.sort((a, b) => key(a).localeCompare(key(b), "en") || a.id - b.id);
    return connection(found, args, { idOf: (customer) => customer.id });
  },
  customersCount: (_source, { query }: { query?: string | null }, { shop }) => {
    const search = parseSearch(query);
    const found = shop.customers.all().filter((customer) => matches(search, customer, fields));
    return { count: found.length, precision: "EXACT" };
  },
  customerByIdentifier: (
    _source,
    { identifier }: { identifier: { id?: string; emailAddress?: string; phoneNumber?: string } },
    { shop },
  ) => {
    const email = identifier.emailAddress?.replace(/\s+/g, "").toLowerCase();
    const id = idIn(identifier.id, "Customer");
    return (
      shop.customers.find(
        (customer) =>
          (id !== undefined && customer.id === id) ||
          (email !== undefined && customer.email?.toLowerCase() === email) ||
          (identifier.phoneNumber !== undefined && customer.phone === identifier.phoneNumber),
      ) ?? null
    );
  },
};
