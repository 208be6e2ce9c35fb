import { asName } from "../names.ts";
import type { OrderCustomer } from "../order.ts";

interface CustomerNode {
  readonly id: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly locale: string;
  readonly tags: readonly string[];
  readonly numberOfOrders: string;
  readonly defaultEmailAddress: { readonly emailAddress: string } | null;
}

export function toCustomer(node: CustomerNode): OrderCustomer {
  return {
    id: node.id,
    firstName: node.firstName === null ? null : asName(node.firstName),
    lastName: node.lastName === null ? null : asName(node.lastName),
    email: node.defaultEmailAddress?.emailAddress ?? null,
    locale: node.locale === "" ? null : node.locale,
    tags: node.tags,
    numberOfOrders: Number(node.numberOfOrders),
  };
}
