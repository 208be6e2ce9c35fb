import type { Admin } from "../admin/admin.ts";
import { graphql } from "../generated/gql.ts";
import { asTyped } from "./as-typed.ts";

const document = graphql(`
  query OrdersNamed($asTyped: String!, $withSign: String!) {
    asTyped: orders(first: 5, query: $asTyped, sortKey: CREATED_AT, reverse: true) {
      nodes {
        id name email phone
        customer { defaultPhoneNumber { phoneNumber } }
        shippingAddress { zip phone }
        billingAddress { zip phone }
      }
    }
    withSign: orders(first: 5, query: $withSign, sortKey: CREATED_AT, reverse: true) {
      nodes {
        id name email phone
        customer { defaultPhoneNumber { phoneNumber } }
        shippingAddress { zip phone }
        billingAddress { zip phone }
      }
    }
  }
`);

/** An order as a customer may name it, and what only that customer should know about it. */
export interface NamedOrder {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phones: readonly string[];
  readonly postcodes: readonly string[];
}

/** What a customer knows about their order beside its number. */
export interface Contact {
  readonly kind: "email" | "phone" | "postcode";
  readonly text: string;
}

/**
 * The orders that carry a number, typed with or without its "#", on whatever keyboard. Shopify's search splits words and
 * finds too much, so what it finds is compared again, exactly but for case.
 */
export async function ordersNamed(admin: Admin, typed: string): Promise<NamedOrder[]> {
  const name = fold(typed);
  const bare = withoutSign(name);
  if (bare === "" || name.length > 64) return [];
  const found = await admin.read(document, {
    asTyped: `name:${quoted(name === bare ? bare : name)}`,
    withSign: `name:${quoted(`#${bare}`)}`,
  });
  const orders = new Map([...found.asTyped.nodes, ...found.withSign.nodes].map((order) => [order.id, order]));
  return [...orders.values()]
    .filter((order) => withoutSign(fold(order.name)) === bare)
    .map(({ id, name: says, email, phone, customer, shippingAddress, billingAddress }) => ({
      id,
      name: says,
      email,
      phones: present([
        phone,
        customer?.defaultPhoneNumber?.phoneNumber,
        shippingAddress?.phone,
        billingAddress?.phone,
      ]),
      postcodes: present([shippingAddress?.zip, billingAddress?.zip]),
    }));
}

/** Whether somebody who knows this knows the order. Compared exactly, but for how people write such things. */
export function knowsOrder(order: NamedOrder, { kind, text }: Contact): boolean {
  if (kind === "email") {
    const email = fold(text);
    return email.includes("@") && order.email !== null && fold(order.email) === email;
  }
  if (kind === "postcode") {
    const postcode = postcodeIn(text);
    return postcode.length >= 3 && order.postcodes.some((each) => postcodeIn(each) === postcode);
  }
  const phone = digits(text);
  // Within a country people leave its prefix out, or write a 0 for it.
  const tail = phone.replace(/^0+/, "");
  return tail.length >= 7 && order.phones.some((each) => digits(each).endsWith(tail));
}

function present(values: readonly (string | null | undefined)[]): string[] {
  return values.filter((value): value is string => Boolean(value));
}

/** A phrase cannot end early: its quote and its escape are escaped. */
function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}

function fold(text: string): string {
  return asTyped(text).toLowerCase();
}

/** Its letters and digits; of an American one the first five, which is all that people know of theirs. */
function postcodeIn(text: string): string {
  return fold(text)
    .replace(/^(\d{5})-\d{4}$/, "$1")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** "+44 (0)20 …" is how people write both at once: the zero that is only dialled within the country is no part of it. */
function digits(text: string): string {
  return fold(text).replace(/\(0\)/g, "").replace(/\D/g, "");
}

function withoutSign(name: string): string {
  return name.replace(/^#\s*/, "");
}
