import { type UserError, userError } from "../graphql/errors.ts";
import type { MetafieldInput } from "../metafields/metafield.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import type { MailingAddressInput } from "./address-input.ts";
import type { ConsentsInput } from "./consent.ts";
import type { Customer } from "./customer.ts";
import type { TaxesInput } from "./tax-exemptions.ts";

export interface CustomerInput extends ConsentsInput, TaxesInput {
  id?: string | null;
  email?: string | null;
  firstName?: string | null;
  lastName?: string | null;
  phone?: string | null;
  locale?: string | null;
  note?: string | null;
  tags?: string[] | null;
  addresses?: MailingAddressInput[] | null;
  metafields?: MetafieldInput[] | null;
}

type Known = Pick<Customer, "email" | "firstName" | "lastName" | "phone" | "locale" | "note" | "tags">;

/** What was given, as Shopify keeps it: no blanks in e-mail addresses, plain phone numbers, tags once and by name. */
export function cleaned(input: CustomerInput): Partial<Known> {
  const text = (value: string | null) => value?.trim() || null;
  const given: { [K in keyof Known]: (input: CustomerInput) => Known[K] } = {
    email: ({ email }) => email?.replace(/\s+/g, "") || null,
    firstName: ({ firstName }) => text(firstName ?? null),
    lastName: ({ lastName }) => text(lastName ?? null),
    phone: ({ phone }) => phone?.replace(/[\s().-]/g, "") || null,
    locale: ({ locale }) => locale ?? "en",
    note: ({ note }) => note ?? null,
    tags: ({ tags }) => inOrder(tags ?? []),
  };
  const names = Object.keys(given) as (keyof Known)[];
  const said = names.filter((name) => input[name] !== undefined && !(name === "locale" && !input.locale));
  return Object.fromEntries(said.map((name) => [name, given[name](input)])) as Partial<Known>;
}

/** Tags as Shopify lists them: parted at commas, trimmed, each once whatever its case, by name. */
export function inOrder(tags: readonly string[]): string[] {
  const trimmed = tags.flatMap((tag) => tag.split(",")).map((tag) => tag.trim());
  const first = new Map<string, string>();
  for (const tag of trimmed.filter(Boolean))
    first.set(tag.toLowerCase(), first.get(tag.toLowerCase()) ?? tag);
  return [...first].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, tag]) => tag);
}

/** All that is wrong with it, in the order recorded; whether somebody else has it is asked only of what is well formed. */
export function inputProblems(shop: ShopWorld, wish: Partial<Known>, except?: number): UserError[] {
  const problems = [
    ...tooLong("email", "Email", wish.email, 255),
    ...(wish.email && (wish.email.length > 255 || !/^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$/.test(wish.email))
      ? [userError(["email"], "Email is invalid")]
      : []),
    ...tooLong("firstName", "First name", wish.firstName, 255),
    ...tooLong("lastName", "Last name", wish.lastName, 255),
    ...tooLong("phone", "Phone", wish.phone, 255),
    ...(wish.phone && !/^\+?\d{5,15}$/.test(wish.phone) ? [userError(["phone"], "Phone is invalid")] : []),
    ...(wish.locale && !/^[a-z]{2,3}(-[A-Z]{2})?$/.test(wish.locale)
      ? [userError(["locale"], "Locale is invalid")]
      : []),
    ...tooLong("note", "Note", wish.note, 5_000),
    ...((wish.tags?.length ?? 0) > 250 ? [userError(["tags"], "Tags cannot be more than 250")] : []),
    ...(wish.tags?.some((tag) => tag.length > 255)
      ? [userError(["tags"], "Tags is too long (maximum is 255 characters)")]
      : []),
  ];
  return problems.length > 0 ? problems : taken(shop, wish, except);
}

function tooLong(field: string, name: string, value: string | null | undefined, most: number): UserError[] {
  return value && value.length > most
    ? [userError([field], `${name} is too long (maximum is ${most} characters)`)]
    : [];
}

function taken(shop: ShopWorld, { email, phone }: Partial<Known>, except?: number): UserError[] {
  const others = shop.customers.all().filter((customer) => customer.id !== except);
  const has = (is: (customer: Customer) => boolean) => others.some(is);
  return [
    ...(email && has((customer) => customer.email?.toLowerCase() === email.toLowerCase())
      ? [userError(["email"], "Email has already been taken")]
      : []),
    ...(phone && has((customer) => customer.phone === phone)
      ? [userError(["phone"], "Phone has already been taken")]
      : []),
  ];
}
