import { createHash } from "node:crypto";
import { eq, inArray, or, sql, type Transaction, tables } from "@kept/database";
import type { Person } from "@kept/shopify";

export type { Person } from "@kept/shopify";

/** The returns of a person: by Shopify's id of them, by their address, by the orders Shopify names. */
export function returnsOf(tx: Transaction, shopId: string, person: Person) {
  const { returns } = tables;
  const theirs = or(
    eq(returns.customerGid, person.customerId),
    person.email ? sql`lower(${returns.customerEmail}) = ${person.email.toLowerCase()}` : undefined,
    person.orderIds.length > 0 ? inArray(returns.orderGid, [...person.orderIds]) : undefined,
  );
  return tx
    .select()
    .from(returns)
    .where(sql`${eq(returns.shopId, shopId)} and (${theirs})`)
    .orderBy(returns.number);
}

/** Names nobody, and is the same for the same person in the same shop. */
export function personHash(domain: string, person: Pick<Person, "customerId">): Buffer {
  return createHash("sha256").update(`${domain}|${person.customerId}`).digest();
}

export function shopHash(domain: string): Buffer {
  return createHash("sha256").update(domain).digest();
}
