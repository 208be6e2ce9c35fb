import { Refusal } from "./errors.ts";

/** `gid("Order", 5)` → `gid://shopify/Order/5` */
export function gid(type: string, id: number | string): string {
  return `gid://shopify/${type}/${id}`;
}

/** The number in a gid of the given type; undefined when it is of another type or no gid. */
export function idIn(text: unknown, type: string): number | undefined {
  const parsed = parseGid(text);
  return parsed?.type === type ? parsed.id : undefined;
}

/**
 * The same where Shopify looks the id up before it looks at anything else: an id of another type fails the whole field
 * as recorded, one that is merely unknown does not.
 */
export function idOfKind(text: unknown, type: string): number | undefined {
  if (parseGid(text)?.type !== type) throw new Refusal(`Invalid id: ${text}`, "RESOURCE_NOT_FOUND");
  return idIn(text, type);
}

export function parseGid(text: unknown): { type: string; id: number } | undefined {
  const match = /^gid:\/\/shopify\/([A-Za-z]+)\/(\d+)(?:\?.*)?$/.exec(String(text));
  return match ? { type: match[1] ?? "", id: Number(match[2]) } : undefined;
}

/** What passes for an id at all, whoever it may be of. */
export function isGlobalId(text: string): boolean {
  return /^gid:\/\/[^/]+\/[^/]+\/.+/.test(text);
}

const types = new WeakMap<object, string>();

/** Says which GraphQL type a record is, for fields that may answer several. */
export function as<T extends object>(type: string, record: T): T {
  types.set(record, type);
  return record;
}

export function typeOf(record: object): string | undefined {
  return (record as { __typename?: string }).__typename ?? types.get(record);
}
