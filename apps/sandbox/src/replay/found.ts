import { isObject } from "./shapes.ts";

/** Every record of a type in an answer, however deep. */
export function found(value: unknown, type: string): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap((entry) => found(entry, type));
  if (!isObject(value)) return [];
  const own = String(value.id).startsWith(`gid://shopify/${type}/`) ? [value] : [];
  return [...own, ...Object.values(value).flatMap((entry) => found(entry, type))];
}
