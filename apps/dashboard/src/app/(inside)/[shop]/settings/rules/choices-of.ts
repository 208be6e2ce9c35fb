import { type Policy, reasonWords, type ShopContext, segmentsOfShop } from "@kept/domain";
import type { Choices } from "./choices.ts";

/** What rules can be about in this shop, as its policy and Shopify have it now. No page waits for Shopify. */
export function choicesOf(ctx: ShopContext, policy: Policy): Choices {
  return {
    currency: ctx.shop.currency,
    reasons: policy.reasons.map((reason) => ({ key: reason.key, label: reasonWords(reason, "en") })),
    segments: segmentsOfShop(ctx),
  };
}
