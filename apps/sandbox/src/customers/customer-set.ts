import type { Context } from "../graphql/context.ts";
import { Refusal, type UserError, userError } from "../graphql/errors.ts";
import { idIn } from "../graphql/gid.ts";
import type { Customer } from "./customer.ts";
import { type CustomerInput, cleaned } from "./customer-input.ts";
import { type CustomerPayload, createCustomer, refused, updateCustomer } from "./keep-customer.ts";

/** One of the four; the schema sees to that. */
interface Identifier {
  id?: string;
  email?: string;
  phone?: string;
  customId?: object;
}

interface SetArguments {
  input: CustomerInput;
  identifier?: Identifier | null;
}

/** customerSet: changes whoever the identifier names, or makes them where it is an address or a number nobody has. */
export function customerSet(
  _source: unknown,
  { input, identifier }: SetArguments,
  context: Context,
): CustomerPayload {
  const why = whyNot(identifier ?? {}, input);
  if (why) return refused([why]);
  if (identifier?.customId)
    throw new Refusal("Metafield definition of type 'id' is required when using custom ids.", "NOT_FOUND");
  const known = find(context, identifier ?? {}, input);
  const byId = identifier?.id ?? input.id;
  if (byId && !known)
    return refused([userError(["input"], "Resource matching the identifier was not found.", "NOT_FOUND")]);
  if (input.taxExempt === null)
    return refused([userError(["input", "taxExempt"], "Tax exempt is of unexpected type NilClass")]);
  const { id: _id, ...wish } = input;
  const { customer, userErrors } = known
    ? updateCustomer(context, { ...wish, id: `gid://shopify/Customer/${known.id}` }, { mayBeBlank: true })
    : createCustomer(context, wish, { mayBeBlank: true });
  return {
    customer,
    userErrors: userErrors.map((error) => ({ ...error, field: ["input", ...(error.field ?? [])] })),
  };
}

function whyNot(identifier: Identifier, input: CustomerInput): UserError | undefined {
  if (Object.keys(identifier).length > 0 && input.id)
    return userError(["input"], "The id field is not allowed if identifier is provided.", "ID_NOT_ALLOWED");
  for (const name of ["email", "phone"] as const) {
    if (identifier[name] === undefined) continue;
    if (!input[name])
      return userError(["input"], "The input field corresponding to the identifier is required.");
    if (cleaned(input)[name] !== cleaned(identifier)[name])
      return userError(
        ["input"],
        "The identifier value does not match the value of the corresponding field in the input.",
      );
  }
  return undefined;
}

function find({ shop }: Context, identifier: Identifier, input: CustomerInput): Customer | undefined {
  const { email, phone } = cleaned(identifier);
  if (email) return shop.customers.find((entry) => entry.email?.toLowerCase() === email.toLowerCase());
  if (phone) return shop.customers.find((entry) => entry.phone === phone);
  return shop.customers.get(idIn(identifier.id ?? input.id, "Customer"));
}
