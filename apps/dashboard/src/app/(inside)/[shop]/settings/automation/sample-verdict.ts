import { type Policy, type Shop, strangerFacts, verdict } from "@kept/domain";
import { sampleOrder } from "../rules/sample-order.ts";

/** The rules tried on the sample order, for a customer of whom nothing is known. */
export function sampleVerdict(shop: Shop, policy: Policy, reason: string | null) {
  const order = sampleOrder(shop.currency);
  const customer = strangerFacts(shop.currency);
  const { timeZone } = shop;
  const tried = { order, customer, reason, at: new Date(), policy: { version: 1, policy }, timeZone };
  return { order, verdict: verdict(tried) };
}
