import type { Address } from "../customers/customer.ts";
import { inOrder } from "../customers/customer-input.ts";
import type { Context } from "../graphql/context.ts";
import { type UserError, userError } from "../graphql/errors.ts";
import { as, idIn } from "../graphql/gid.ts";
import { provinceCode, provinceName } from "../locations/provinces.ts";
import { type MetafieldInput, metafieldProblems, withMetafields } from "../metafields/metafield.ts";
import { type LocalizedField, withLocalizedFields } from "./localized-fields.ts";
import type { Order } from "./order.ts";
import { touched } from "./touched.ts";

interface UpdateInput {
  id: string;
  note?: string | null;
  tags?: string[] | null;
  email?: string | null;
  phone?: string | null;
  poNumber?: string | null;
  customAttributes?: { key: string; value: string }[] | null;
  shippingAddress?: Address | null;
  metafields?: MetafieldInput[] | null;
  localizedFields?: LocalizedField[] | null;
  /** What they used to be called. */
  localizationExtensions?: LocalizedField[] | null;
}

/** orderUpdate: what is given is replaced, what is left out stays. A refused one answers the order as it was. */
export function orderUpdate(_source: unknown, { input }: { input: UpdateInput }, context: Context) {
  const order = context.shop.orders.get(idIn(input.id, "Order"));
  if (!order) return { order: null, userErrors: [userError(["id"], "Order does not exist", "NOT_FOUND")] };
  const errors = problemsOf(input);
  if (errors.length > 0) return { order: as("Order", order), userErrors: errors };
  const { id: _id, tags, shippingAddress, ...given } = input;
  const plain = Object.entries(given).filter(([name, value]) => value !== undefined && plainFields.has(name));
  Object.assign(order, Object.fromEntries(plain));
  Object.assign(order, withMetafields(context.world, order, input.metafields));
  const { localizedFields: fields, localizationExtensions: extensions } = input;
  order.localizedFields = withLocalizedFields(order.localizedFields, fields, extensions);
  if (tags) order.tags = inOrder(tags);
  if (shippingAddress !== undefined) order.shippingAddress = shippingAddress;
  return { order: as("Order", touched(context, order)), userErrors: [] };
}

const plainFields = new Set<string>([
  "note",
  "email",
  "phone",
  "poNumber",
  "customAttributes",
] satisfies (keyof Order)[]);

function problemsOf(input: UpdateInput): UserError[] {
  if (Object.keys(input).length <= 1)
    return [userError(null, "No valid update parameters have been provided")];
  if (input.phone && !/^\+?[\d\s().-]{7,}$/.test(input.phone))
    return [userError(["phone"], "Phone is invalid")];
  const wrong = metafieldProblems(input.metafields);
  if (wrong.length > 0) return wrong;
  return input.shippingAddress ? addressProblems(input.shippingAddress) : [];
}

/** As recorded: a name and a ZIP code are wanted wherever an address is given at all. */
function addressProblems(address: Address): UserError[] {
  const at = (field: string, message: string) => userError(["shippingAddress", field], message);
  return [
    ...(address.lastName ? [] : [at("lastName", "Enter a last name")]),
    ...(address.zip ? [] : [at("zip", "Enter a ZIP code")]),
    ...(isUnknownState(address) ? [at("province", "State is not a valid state in United States")] : []),
  ];
}

function isUnknownState({ country, countryCode, province, provinceCode: code }: Address): boolean {
  const american = countryCode === "US" || country === "United States";
  return american && !provinceName("US", code) && !provinceCode("US", province);
}
