import {
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  isLeafType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { leafPrice, mutationPrice, namedPrice, rootPrice, steps, usedPrice } from "./prices.ts";
import {
  type Asked,
  fieldsOf,
  isOf,
  isPage,
  nodesAsked,
  type Scale,
  scaleFor,
  sizeOf,
  typeOf,
} from "./selections.ts";

type Row = Record<string, unknown>;

/** Something that was looked at: one object, or the entries of one list, as so much of a whole. */
interface Visit {
  rows: readonly Row[];
  weight: number;
}

/** Where the points of a page and of all that is within it are gathered; they are rounded once, together. */
interface Page {
  points: number;
}

/**
 * What a request used, in points, by what came back. Worked out from recorded figures:
 *
 * - every object looked at is 1, found or not, and so is a `__typename`; a list is 1 whatever its length;
 * - of a page each node, with all that was looked at in it, counts as its share of the nodes it was charged for
 *   beforehand; the sum is rounded up, unless it is less than a fifth over;
 * - a page that came back empty counts as if it had been full of bare nodes where it was asked for by `nodes`, and as
 *   nothing where it was asked for by `edges`;
 * - what was looked at in a page within a page counts at least 1;
 * - never more than was asked for.
 */
export function actualCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
  data: Row | null,
  requested: number,
): number {
  const scale = scaleFor(schema, document, operation, variables);
  const mutation = operation.operation === "mutation";
  const root = mutation ? schema.getMutationType() : schema.getQueryType();
  if (!root) return 0;
  let cost = 0;
  for (const asked of fieldsOf(scale, root, [operation.selectionSet]))
    cost += mutation ? mutationCost(scale, asked, data ?? {}) : rootCost(scale, asked, data ?? {});
  return Math.min(cost, requested);
}

function rootCost(scale: Scale, asked: Asked, data: Row): number {
  const type = typeOf(scale, asked);
  const visits = [whole([data])];
  if (type && isPage(type)) return pageCost(scale, type, asked, visits);
  const price = rootPrice(asked.field.name.value, type);
  return price + (type ? insideCost(scale, type, asked.selections, into(asked, visits)) : 0);
}

function mutationCost(scale: Scale, asked: Asked, data: Row): number {
  const payload = typeOf(scale, asked);
  const visits = into(asked, [whole([data])]);
  let cost = mutationPrice(asked.field.name.value);
  if (!payload) return cost;
  for (const field of fieldsOf(scale, payload, asked.selections)) {
    const type = typeOf(scale, field);
    const inner = into(field, visits);
    if (!type || isLeafType(type) || type.name.endsWith("Error") || inner.length === 0) continue;
    if (isPage(type)) cost += pageCost(scale, type, field, visits);
    else cost += namedPrice(type) + insideCost(scale, type, field.selections, inner);
  }
  return cost;
}

/** What was looked at outside of every page counts as it is, within a page by its share. */
function insideCost(
  scale: Scale,
  type: GraphQLNamedType,
  selections: readonly SelectionSetNode[],
  visits: readonly Visit[],
  page?: Page,
  nested = false,
): number {
  if (visits.length === 0) return 0;
  let cost = 0;
  for (const asked of fieldsOf(scale, type, selections)) {
    const looked = visits.filter(({ rows }) => rows.some((row) => answers(scale, asked, row)));
    if (looked.length === 0) continue;
    const inner = typeOf(scale, asked);
    if (inner && isPage(inner)) {
      cost += page ? innerPageCost(scale, inner, asked, looked, page) : pageCost(scale, inner, asked, looked);
      continue;
    }
    const price = !inner ? 1 : isLeafType(inner) ? leafPrice(asked) : usedPrice(asked, inner);
    cost += charge(price, looked, page, nested);
    if (inner && !isLeafType(inner))
      cost += insideCost(scale, inner, asked.selections, into(asked, looked), page, nested);
  }
  return cost;
}

function charge(price: number, visits: readonly Visit[], page: Page | undefined, nested: boolean): number {
  if (!page || price === 0) return price;
  const points = price * weightOf(visits);
  if (nested) return Math.max(1, Math.round(points));
  page.points += points;
  return 0;
}

function pageCost(
  scale: Scale,
  connection: GraphQLNamedType,
  asked: Asked,
  visits: readonly Visit[],
): number {
  const page: Page = { points: 0 };
  const cost = nodesCost(scale, connection, asked, visits, page, false);
  return 2 + cost + Math.ceil(page.points - aFifth);
}

function innerPageCost(
  scale: Scale,
  connection: GraphQLNamedType,
  asked: Asked,
  visits: readonly Visit[],
  page: Page,
): number {
  page.points += 2 * weightOf(visits);
  return nodesCost(scale, connection, asked, visits, page, true);
}

function nodesCost(
  scale: Scale,
  connection: GraphQLNamedType,
  asked: Asked,
  visits: readonly Visit[],
  page: Page,
  nested: boolean,
): number {
  const size = sizeOf(scale, asked);
  const share = size === 0 ? 0 : steps(size) / size;
  let cost = 0;
  for (const { key, within, type, selections } of nodesAsked(scale, connection, asked)) {
    const pages = into(asked, visits);
    const nodes = pages.flatMap(({ rows, weight }) =>
      rows.flatMap((row) =>
        listed(row[key]).flatMap((entry) => {
          const node = within === undefined ? entry : entry[within];
          return isRow(node) ? [{ rows: [node], weight: weight * share }] : [];
        }),
      ),
    );
    if (nodes.length > 0) {
      cost += charge(1, nodes, page, nested);
      cost += insideCost(scale, type, selections, nodes, page, nested);
    } else if (within === undefined) page.points += steps(size) * weightOf(pages);
  }
  return cost;
}

/** A fifth of a point over is not charged. */
const aFifth = 0.19 + 1e-9;

function whole(rows: readonly Row[]): Visit {
  return { rows, weight: 1 };
}

/** What the visited objects hold under a field, where they hold anything. */
function into(asked: Asked, visits: readonly Visit[]): Visit[] {
  return visits.flatMap(({ rows, weight }) => {
    const inner = rows.flatMap((row) => (asked.key in row ? listed(row[asked.key]) : []));
    return inner.length === 0 ? [] : [{ rows: inner, weight }];
  });
}

function answers(scale: Scale, asked: Asked, row: Row): boolean {
  return asked.key in row && isOf(scale, asked.on, row.__typename);
}

function weightOf(visits: readonly Visit[]): number {
  return visits.reduce((sum, { weight }) => sum + weight, 0);
}

function listed(value: unknown): Row[] {
  return (Array.isArray(value) ? value : [value]).filter(isRow);
}

function isRow(value: unknown): value is Row {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
