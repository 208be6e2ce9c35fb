import type { Policy } from "./policy.ts";

/** The parts of a policy that are copied on their own. Together they are all of it. */
export const policySections = ["policy", "fees", "resolutions", "automation"] as const;
export type PolicySection = (typeof policySections)[number];

const parts: Record<PolicySection, readonly (keyof Policy)[]> = {
  policy: [
    "window",
    "finalSale",
    "blocked",
    "allowed",
    "reasons",
    "shipping",
    "duties",
    "keepItemReasons",
    "wording",
  ],
  fees: ["fees"],
  resolutions: ["storeCredit", "originalPayment", "resolutionRules"],
  automation: ["approvalRules", "otherwise", "trigger"],
};

/** The keys of a policy a section is made of. */
export function keysOf(section: PolicySection): readonly (keyof Policy)[] {
  return parts[section];
}

/** A policy with these parts as another one has them. Pure; what is not named stays as it was. */
export function withSections(policy: Policy, from: Policy, sections: readonly PolicySection[]): Policy {
  const keys = sections.flatMap(keysOf);
  return { ...policy, ...Object.fromEntries(keys.map((key) => [key, from[key]])) };
}
