import type { ShopDescription } from "../description/shop.ts";
import { withId } from "./describe-order.ts";
import { isObject } from "./shapes.ts";

type Json = Record<string, unknown>;
type CustomerDescription = NonNullable<ShopDescription["customers"]>[number];

/** A customer as a recording shows them, told so that the stand-in can load one like it. */
export function describeCustomer(customer: Json): CustomerDescription {
  return {
    ...withId(customer.id),
    ref: String(customer.id),
    email: text(customer.email),
    ...nameOf(customer),
    tags: (customer.tags as string[] | undefined) ?? [],
    phone: phoneOf(customer),
    note: text(customer.note),
    ...stateOf(customer.state),
    ...(isObject(customer.defaultAddress) ? { address: addressIn(customer.defaultAddress) } : {}),
    ...consentIn("emailConsent", customer.defaultEmailAddress),
    ...consentIn("smsConsent", customer.defaultPhoneNumber),
    ...(typeof customer.taxExempt === "boolean" ? { taxExempt: customer.taxExempt } : {}),
    ...(Array.isArray(customer.taxExemptions) ? { taxExemptions: customer.taxExemptions.map(String) } : {}),
    ...(text(customer.createdAt) ? { createdAt: String(customer.createdAt) } : {}),
  };
}

function consentIn(
  name: "emailConsent" | "smsConsent",
  shown: unknown,
): Pick<CustomerDescription, "emailConsent" | "smsConsent"> {
  if (!isObject(shown) || !text(shown.marketingState)) return {};
  const state = String(shown.marketingState) as "SUBSCRIBED";
  const optInLevel = text(shown.marketingOptInLevel) ?? "SINGLE_OPT_IN";
  return { [name]: { state, optInLevel, updatedAt: text(shown.marketingUpdatedAt) } };
}

function phoneOf(customer: Json): string | null {
  const { phone, defaultPhoneNumber: kept } = customer;
  return text(phone) ?? (isObject(kept) ? text(kept.phoneNumber) : null);
}

function stateOf(state: unknown): { state?: "DISABLED" | "ENABLED" | "INVITED" | "DECLINED" } {
  return state === "ENABLED" || state === "INVITED" || state === "DECLINED" ? { state } : {};
}

function addressIn(shown: Json) {
  const names = [
    ...["firstName", "lastName", "company", "address1", "address2", "city"],
    ...["province", "provinceCode", "country", "zip", "phone"],
  ];
  const told = names.flatMap((name) => (text(shown[name]) ? [[name, shown[name]]] : []));
  const countryCode = text(shown.countryCodeV2) ?? text(shown.countryCode);
  return { ...Object.fromEntries(told), ...(countryCode ? { countryCode } : {}) };
}

/** First and last name, taken from the whole where only that was shown. */
function nameOf(customer: Json): { firstName: string | null; lastName: string | null } {
  const [firstName, lastName] = [text(customer.firstName), text(customer.lastName)];
  const whole = text(customer.displayName);
  if (firstName || lastName || !whole || whole.includes("@") || whole.startsWith("+"))
    return { firstName, lastName };
  const [first = null, ...rest] = whole.split(" ");
  return { firstName: first, lastName: rest.join(" ") || null };
}

function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
