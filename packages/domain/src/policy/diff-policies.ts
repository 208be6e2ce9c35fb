import type { Policy } from "./policy.ts";

/** One place where two policies differ. `undefined` is a side that has nothing there. */
export interface PolicyChange {
  /** "storeCredit.bonus.basisPoints"; entries of lists by their position. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Every single value that differs, in the sequence of the policy; empty when they say the same. */
export function diffPolicies(before: Policy, after: Policy): PolicyChange[] {
  return differences("", before, after);
}

/** Every single value that differs below a path. */
export function differences(path: string, before: unknown, after: unknown): PolicyChange[] {
  if (Object.is(before, after)) return [];
  if (!isNested(before) || !isNested(after)) return [{ path, before, after }];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => differences(path ? `${path}.${key}` : key, before[key], after[key]));
}

function isNested(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
