import {
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { leafPrice, mutationPrice, namedPrice, objectPrice, rootPrice, steps } from "./prices.ts";
import {
  type Asked,
  fieldsOf,
  isPage,
  nodesAsked,
  type Scale,
  scaleFor,
  sizeOf,
  typeOf,
} from "./selections.ts";

/**
 * What a request asks for, in points, before anything is looked up. Worked out from recorded figures:
 *
 * - a mutation starts at 10 and what its payload names first is free; a root query field is 1;
 * - leaves are free, an object is 1, a list of objects is 1 whatever its length;
 * - a page is 2 and as many of its nodes as `steps` says, each 1 and what is asked of it;
 * - of what is asked of several types only the dearest counts.
 */
export function requestedCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): number {
  const scale = scaleFor(schema, document, operation, variables);
  const mutation = operation.operation === "mutation";
  const root = mutation ? schema.getMutationType() : schema.getQueryType();
  if (!root) return 0;
  const fields = fieldsOf(scale, root, [operation.selectionSet]);
  return total(fields.map((asked) => (mutation ? mutationCost(scale, asked) : rootCost(scale, asked))));
}

function rootCost(scale: Scale, asked: Asked): number {
  const type = typeOf(scale, asked);
  if (type && isPage(type)) return pageCost(scale, type, asked);
  return rootPrice(asked.field.name.value, type) + (type ? insideCost(scale, type, asked.selections) : 0);
}

function mutationCost(scale: Scale, asked: Asked): number {
  const payload = typeOf(scale, asked);
  const named = payload ? fieldsOf(scale, payload, asked.selections) : [];
  return mutationPrice(asked.field.name.value) + total(named.map((field) => namedCost(scale, field)));
}

function namedCost(scale: Scale, asked: Asked): number {
  const type = typeOf(scale, asked);
  if (!type || isLeafType(type) || type.name.endsWith("Error")) return 0;
  if (isPage(type)) return pageCost(scale, type, asked);
  return namedPrice(type) + insideCost(scale, type, asked.selections);
}

function insideCost(scale: Scale, type: GraphQLNamedType, selections: readonly SelectionSetNode[]): number {
  let always = 0;
  const oneOf = new Map<string, number>();
  for (const asked of fieldsOf(scale, type, selections)) {
    const cost = fieldCost(scale, asked);
    if (asked.on === type || isAbstractType(asked.on)) always += cost;
    else oneOf.set(asked.on.name, (oneOf.get(asked.on.name) ?? 0) + cost);
  }
  return always + Math.max(0, ...oneOf.values());
}

function fieldCost(scale: Scale, asked: Asked): number {
  const type = typeOf(scale, asked);
  if (!type) return 0;
  if (isLeafType(type)) return leafPrice(asked);
  if (isPage(type)) return pageCost(scale, type, asked);
  // A union may be asked for bare, as if it were a leaf.
  return objectPrice(asked, type) + insideCost(scale, type, asked.selections);
}

function pageCost(scale: Scale, connection: GraphQLNamedType, page: Asked): number {
  const node = total(
    nodesAsked(scale, connection, page).map(
      ({ type, selections }) => 1 + insideCost(scale, type, selections),
    ),
  );
  return 2 + steps(sizeOf(scale, page)) * node;
}

function total(costs: readonly number[]): number {
  return costs.reduce((sum, cost) => sum + cost, 0);
}
