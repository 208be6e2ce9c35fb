import { BadRequest } from "./errors.ts";

export interface PageArguments {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
  reverse?: boolean | null;
}

interface Sorting<T> {
  /** What the cursor remembers. */
  idOf: (item: T) => number | string;
  field?: string;
}

/** A page of a list that is already in its natural order. Cursors are opaque, but stable while the item exists. */
export function connection<T>(items: readonly T[], args: PageArguments, sorting: Sorting<T>) {
  checkPage(args);
  const ordered = args.reverse ? [...items].reverse() : items;
  const limit = args.first ?? args.last ?? 0;
  const cursorOf = (item: T) =>
    cursor(sorting.idOf(item), limit, sorting.field ?? "id", Boolean(args.reverse));
  const after = position(ordered, args.after, sorting);
  const before = position(ordered, args.before, sorting);
  const start = after === undefined ? 0 : after + 1;
  const end = before === undefined ? ordered.length : before;
  const window = ordered.slice(start, Math.max(start, end));
  const forward = args.first != null;
  const nodes = forward ? window.slice(0, limit) : window.slice(Math.max(0, window.length - limit));
  return {
    nodes,
    edges: nodes.map((node) => ({ node, cursor: cursorOf(node) })),
    pageInfo: {
      hasNextPage: forward ? window.length > nodes.length : end < ordered.length,
      hasPreviousPage: forward ? start > 0 : window.length > nodes.length,
      startCursor: nodes[0] === undefined ? null : cursorOf(nodes[0]),
      endCursor: nodes.at(-1) === undefined ? null : cursorOf(nodes.at(-1) as T),
    },
  };
}

export function emptyConnection() {
  const pageInfo = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };
  return { nodes: [], edges: [], pageInfo };
}

function checkPage({ first, last }: PageArguments): void {
  if (first == null && last == null) throw new BadRequest("you must provide one of first or last");
  if (first != null && last != null) throw new BadRequest("providing both first and last is not supported");
  const size = first ?? last ?? 0;
  const name = first == null ? "last" : "first";
  if (size < 0) throw new BadRequest(`${name} must be greater than or equal to 0`);
  if (size > 250) throw new BadRequest(`${name} cannot exceed 250`);
}

function cursor(id: number | string, limit: number, field: string, reverse: boolean): string {
  const state = {
    limit,
    sort_fields: field,
    sort_dir: reverse ? "desc" : "asc",
    last_id: id,
    last_value: [String(id)],
    direction: "next",
  };
  return Buffer.from(JSON.stringify(state)).toString("base64");
}

function position<T>(
  items: readonly T[],
  text: string | null | undefined,
  { idOf }: Sorting<T>,
): number | undefined {
  if (!text) return undefined;
  const id = lastId(text);
  const index = items.findIndex((item) => String(idOf(item)) === String(id));
  if (index < 0) throw new BadRequest("Invalid cursor for current pagination sort.");
  return index;
}

function lastId(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64").toString()).last_id;
  } catch {
    throw new BadRequest("Invalid cursor for current pagination sort.");
  }
}
