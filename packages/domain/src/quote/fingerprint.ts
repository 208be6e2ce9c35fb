import { createHash } from "node:crypto";
import { quoteToJson } from "./quote-json.ts";
import type { Quote } from "./quote-types.ts";

/**
 * SHA-256, hex, over everything a quote promises: all of it but the moment it was made. Two quotes with one
 * fingerprint promise the same rows, sums and days; it tells whether what was shown is what is sent.
 */
export function fingerprint(quote: Quote): string {
  const { at: _, ...promise } = quoteToJson(quote);
  return createHash("sha256").update(canonical(promise)).digest("hex");
}

/** JSON with sorted keys and no spaces: the same bytes for the same data, also after a database sorted the keys. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const pairs = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${pairs.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(",")}}`;
}
