import type { Context, Resolvers } from "../graphql/context.ts";
import { Refusal, type UserError, userError } from "../graphql/errors.ts";
import { as, idIn } from "../graphql/gid.ts";
import { schemaKey } from "../graphql/schema-key.ts";
import { addressSource } from "../orders/address.ts";
import { announceCustomer } from "../webhooks/announce.ts";
import { addressProblems, cleanedAddress, isBlank, type MailingAddressInput } from "./address-input.ts";
import { type Address, addressesOf, type Customer, defaultAddressOf, type KeptAddress } from "./customer.ts";

interface Arguments {
  customerId: string;
  addressId: string;
  address: MailingAddressInput;
  setAsDefault?: boolean | null;
}

export const addressMutations: Resolvers[string] = {
  customerAddressCreate: (_source, { customerId, address: input, setAsDefault }: Arguments, context) => {
    const refuse = (errors: UserError[]) => ({ address: null, userErrors: errors });
    const customer = context.shop.customers.get(idIn(customerId, "Customer"));
    if (!customer) return refuse([nobody]);
    const wish = named(customer, cleanedAddress(input));
    const problems = addressProblems(wish, ["address"]);
    if (problems.length > 0) return refuse(problems);
    const all = addressesOf(customer);
    if (all.some((other) => isSame(other, wish)))
      return refuse([userError(["address"], "Address already exists")]);
    const made = { ...wish, id: context.world.nextId("MailingAddress") };
    keep(context, customer, [...all, made], setAsDefault ? made.id : undefined);
    return { address: addressOf(made), userErrors: [] };
  },
  customerAddressUpdate: (_source, args: Arguments, context) => {
    const refuse = (errors: UserError[]) => ({ address: null, userErrors: errors });
    const { customer, known, problem } = find(context, args);
    if (problem) return refuse([problem]);
    if (args.address.id !== undefined && args.address.id !== args.addressId)
      return refuse([userError(["addressId"], "The id of the address does not match the id in the input")]);
    const wish = named(customer, cleanedAddress(args.address, known));
    const problems = addressProblems(wish, ["address"]);
    if (problems.length > 0) return refuse(problems);
    const changed = { ...wish, id: known.id };
    const all = addressesOf(customer).map((entry) => (entry.id === known.id ? changed : entry));
    keep(context, customer, all, args.setAsDefault ? known.id : undefined);
    return { address: addressOf(changed), userErrors: [] };
  },
  customerAddressDelete: (_source, args: Arguments, context) => {
    const { customer, known, problem } = find(context, args);
    if (problem) return { deletedAddressId: null, userErrors: [problem] };
    keep(
      context,
      customer,
      addressesOf(customer).filter(({ id }) => id !== known.id),
    );
    return { deletedAddressId: args.addressId, userErrors: [] };
  },
  customerUpdateDefaultAddress: (_source, args: Arguments, context) => {
    const { customer, known, problem } = find(context, args);
    if (known) keep(context, customer, addressesOf(customer), known.id);
    return { customer: customer ? as("Customer", customer) : null, userErrors: problem ? [problem] : [] };
  },
};

/** The whole list anew, as customerCreate and customerUpdate take it: those with an id are changed, the others made. */
export function replacedAddresses(
  { world }: Context,
  customer: Customer,
  inputs: MailingAddressInput[],
  mayBeBlank: boolean,
): { addresses: KeptAddress[]; problems: UserError[] } {
  const addresses: KeptAddress[] = [];
  const refuse = (problems: UserError[]) => ({ addresses: [], problems });
  for (const [index, input] of inputs.entries()) {
    const path = ["addresses", String(index)];
    const known = addressesOf(customer).find(({ id }) => id === idIn(input.id, "MailingAddress"));
    if (input.id && !known) return refuse([userError([...path, "id"], "Customer address does not exist")]);
    const said = cleanedAddress(input, known);
    if (!known && !mayBeBlank && isBlank(said))
      return refuse([userError(path, "Customer address cannot be blank.")]);
    const wish = named(customer, said);
    const problems = addressProblems(wish, path);
    if (problems.length > 0) return refuse(problems);
    if (!addresses.some((other) => isSame(other, wish)))
      addresses.push({ ...wish, id: known?.id ?? world.nextId("MailingAddress") });
  }
  return { addresses, problems: [] };
}

/** Keeps the list and which one is the default: the chosen one, else the one it was, else the first. */
export function setAddresses(customer: Customer, all: readonly KeptAddress[], chosen?: number): void {
  const before = chosen ?? defaultAddressOf(customer)?.id;
  customer.addresses = [...all];
  customer.defaultAddressId = all.some(({ id }) => id === before) ? before : all[0]?.id;
  const { id: _id, ...address } = defaultAddressOf(customer) ?? { id: 0 };
  customer.address = all.length > 0 ? address : null;
}

export function addressOf(address: KeptAddress | undefined) {
  return address ? addressSource(address, address.id, "CustomerAddress") : null;
}

function keep(context: Context, customer: Customer, all: readonly KeptAddress[], chosen?: number): void {
  setAddresses(customer, all, chosen);
  customer.updatedAt = context.world.nowText();
  context.shop.customers.save(customer);
  announceCustomer(context.shop, "update", customer);
}

/** An address nobody has fails the field; then the customer is looked up, then whether it is theirs. */
function find(
  { shop, version }: Context,
  { customerId, addressId }: Arguments,
):
  | { customer: Customer; known: KeptAddress; problem?: undefined }
  | { customer?: Customer | undefined; known?: undefined; problem: UserError } {
  const id = idIn(addressId, "MailingAddress");
  const has = (customer: Customer) => addressesOf(customer).find((address) => address.id === id);
  if (!shop.customers.find((customer) => has(customer) !== undefined)) {
    const message = schemaKey(version) < "2026-04" ? "invalid id" : `Invalid id: ${addressId}`;
    throw new Refusal(message, "RESOURCE_NOT_FOUND");
  }
  const customer = shop.customers.get(idIn(customerId, "Customer"));
  if (!customer) return { problem: nobody };
  const known = has(customer);
  return known
    ? { customer, known }
    : { customer, problem: userError(["addressId"], "Address does not exist") };
}

const nobody = userError(["customerId"], "Customer does not exist");

/** Who lives there is the customer, where nobody else was named. */
function named(customer: Pick<Customer, "firstName" | "lastName">, address: Address): Address {
  const { firstName, lastName } = address;
  return {
    ...address,
    firstName: firstName ?? customer.firstName ?? undefined,
    lastName: lastName ?? customer.lastName ?? undefined,
  };
}

function isSame({ id: _id, ...one }: KeptAddress, other: Address): boolean {
  const text = (address: Address) =>
    JSON.stringify(
      Object.entries(address)
        .filter(([, value]) => value)
        .sort(),
    );
  return text(one) === text(other);
}
