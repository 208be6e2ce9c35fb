import type { Attention } from "@kept/domain";

/** What was done in Shopify, as a sentence that begins with whoever did it. */
export function whatHappened(attention: unknown, amount?: string): string {
  if (attention === "refunded_in_shopify") return `refunded ${amount ?? "something"} of this order by hand`;
  return acts[attention as Attention] ?? "changed something about this return";
}

const acts: Partial<Record<Attention, string>> = {
  declined_in_shopify: "declined this return after it was approved here",
  cancelled_in_shopify: "cancelled this return while its credit was on its way",
  closed_in_shopify: "closed this return before it was paid",
  order_cancelled: "cancelled the order",
  customer_gone: "removed the customer from the order",
};

interface Notice {
  readonly title: string;
  readonly what: string;
}

/** The same for the notice on the page: what is so, and what there is to decide. */
export const attentionWords: Record<Attention, Notice> = {
  refunded_in_shopify: {
    title: "Somebody refunded this order in Shopify",
    what: "If that was for these items, cancel or decline here. If it was for something else, go on.",
  },
  declined_in_shopify: {
    title: "Somebody declined this return in Shopify",
    what: "It was approved here. Shopify takes no refund for a declined return; agree on one of the two.",
  },
  cancelled_in_shopify: {
    title: "Somebody cancelled this return in Shopify",
    what: "Its credit was on its way. See “Where the money is” before you do anything else.",
  },
  closed_in_shopify: {
    title: "Somebody closed this return in Shopify",
    what: "Nothing was paid for it. Reopen it there to issue the credit, or leave it closed.",
  },
  order_cancelled: {
    title: "The order was cancelled in Shopify",
    what: "A cancelled order is usually paid back already. Look at it before you issue anything.",
  },
  customer_gone: {
    title: "The order has no customer any more",
    what: "There is no account to credit. Choose the original payment, or give the order a customer in Shopify.",
  },
};
