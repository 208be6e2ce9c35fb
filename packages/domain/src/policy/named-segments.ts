import type { Policy } from "./policy.ts";

/** Every customer segment some rule of the policy asks about, each once. Segments are named by Shopify's ids. */
export function namedSegments({ storeCredit, resolutionRules, approvalRules }: Policy): string[] {
  const rules = [...storeCredit.bonusRules, ...resolutionRules, ...approvalRules];
  return [...new Set(rules.flatMap(({ when }) => when.segments ?? []))];
}
