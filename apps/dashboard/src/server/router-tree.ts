/**
 * Whether the tree of pages a script says it has (`next-router-state-tree`) is one, by the rules Next itself reads it
 * by: for any other it would answer with a fault of its own.
 */
export function isTree(header: string | string[] | undefined): boolean {
  if (header === undefined) return true;
  if (typeof header !== "string" || header.length > 40_000) return false;
  try {
    return isNode(JSON.parse(decodeURIComponent(header)));
  } catch {
    return false;
  }
}

/** A segment, what is below it by slot, and up to four marks. */
function isNode(value: unknown): boolean {
  if (!Array.isArray(value) || value.length < 2 || value.length > 6) return false;
  const [segment, below, address, mark, hints, last] = value;
  return (
    isSegment(segment) &&
    typeof below === "object" &&
    below !== null &&
    !Array.isArray(below) &&
    Object.values(below).every(isNode) &&
    (address == null || (isTexts(address) && address.length === 2)) &&
    (mark == null || ["refetch", "inside-shared-layout", "metadata-only"].includes(mark)) &&
    (hints == null || typeof hints === "number") &&
    (last === undefined || typeof last === "string")
  );
}

function isSegment(value: unknown): boolean {
  if (typeof value === "string") return true;
  if (!Array.isArray(value) || value.length !== 4) return false;
  const [name, key, kind, siblings] = value;
  return (
    isTexts([name, key, kind]) &&
    /^(c|oc|d|(c|d)i(\(\.\)|\(\.\.\)|\(\.\.\.\)|\(\.\.\)\(\.\.\)))$/.test(kind) &&
    (siblings === null || isTexts(siblings))
  );
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}
