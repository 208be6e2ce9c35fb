import {
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { fieldsOf, fragmentsOf, property, type Scale, typeOf, type Value } from "./selections.ts";

/**
 * What a request is charged, worked out from recorded figures (cost.test.ts has them):
 *
 * - a mutation starts at 10 and what its payload names first is free; a root query field is 1;
 * - leaves are free, an object is 1, a list of objects is 1 whatever its length;
 * - a page of n is 2 + steps(n) × (1 + what one node costs), where steps counts Fibonacci numbers up to n;
 * - money and addresses are free, except a store-credit balance, which is 5.
 *
 * The figure after the fact counts what came back; a page that came back empty counts as if it had been full of bare
 * nodes, and a page inside a page does not count its nodes again; nor does what a returnable line points to.
 */
export function requestedCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): number {
  return total(
    { schema, fragments: fragmentsOf(document), variables, counting: false },
    operation,
    undefined,
  );
}

export function actualCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
  data: Record<string, unknown> | null,
): number {
  return total(
    { schema, fragments: fragmentsOf(document), variables, counting: true },
    operation,
    data ?? {},
  );
}

function total(scale: Scale, operation: OperationDefinitionNode, data: Value): number {
  const mutation = operation.operation === "mutation";
  const root = mutation ? scale.schema.getMutationType() : scale.schema.getQueryType();
  if (!root) return 0;
  let cost = 0;
  for (const { field } of fieldsOf(scale, operation.selectionSet)) {
    const type = typeOf(scale, root, field);
    const value = property(data, field);
    if (mutation)
      cost +=
        (dear[field.name.value] ?? 10) +
        (type && field.selectionSet ? payloadCost(scale, type, field.selectionSet, value) : 0);
    else if (type?.name.endsWith("Connection")) cost += pageCost(scale, type, field, value, false);
    else
      cost +=
        (dear[field.name.value] ?? 1) +
        (type && field.selectionSet && (!scale.counting || value)
          ? selectionCost(scale, type, field.selectionSet, value, false)
          : 0);
  }
  return cost;
}

function payloadCost(
  scale: Scale,
  payload: GraphQLNamedType,
  selection: SelectionSetNode,
  value: Value,
): number {
  let cost = 0;
  for (const { field } of fieldsOf(scale, selection)) {
    const type = typeOf(scale, payload, field);
    const inner = property(value, field);
    if (
      !type ||
      isLeafType(type) ||
      !field.selectionSet ||
      type.name.endsWith("Error") ||
      (scale.counting && !inner)
    )
      continue;
    cost += (isAbstractType(type) ? 1 : 0) + selectionCost(scale, type, field.selectionSet, inner, false);
  }
  return cost;
}

function selectionCost(
  scale: Scale,
  parent: GraphQLNamedType,
  selection: SelectionSetNode,
  value: Value,
  nested: boolean,
): number {
  let cost = 0;
  let extra = false;
  for (const { field, on } of fieldsOf(scale, selection)) {
    const owner = on ?? parent;
    if (owner.name === "Location" && laborious.has(field.name.value)) extra = true;
    const declared = "getFields" in owner ? owner.getFields()[field.name.value]?.type : undefined;
    const type = typeOf(scale, owner, field);
    if (!type || isLeafType(type)) continue;
    // A union may be asked for bare, as if it were a leaf.
    if (!field.selectionSet) {
      cost += 1;
      continue;
    }
    const inner = property(value, field);
    if (type.name.endsWith("Connection")) cost += pageCost(scale, type, field, inner, nested);
    else {
      const list = declared !== undefined && isListType(getNullableType(declared));
      const entry = list ? (inner as unknown[] | undefined)?.[0] : inner;
      if (!(scale.counting && owner.name === "ReturnableFulfillmentLineItem"))
        cost += ownCost(owner, field, type);
      if (!scale.counting || entry) cost += selectionCost(scale, type, field.selectionSet, entry, nested);
    }
  }
  return cost + (extra ? 1 : 0);
}

function pageCost(
  scale: Scale,
  connection: GraphQLNamedType,
  field: FieldNode,
  value: Value,
  nested: boolean,
): number {
  const size = sizeOf(scale, field);
  const nodes = (property(value, "nodes") ??
    (property(value, "edges") as { node: unknown }[] | undefined)?.map((edge) => edge.node)) as
    | unknown[]
    | undefined;
  const [name, selection] = nodesSelection(scale, field);
  const type = name && selection ? nodeType(scale, connection, name) : undefined;
  const each = (node: Value) => (type && selection ? selectionCost(scale, type, selection, node, true) : 0);
  if (!scale.counting) return 2 + steps(size) * (1 + each(undefined));
  if (!nodes || nodes.length === 0) return nested ? 2 : 2 + steps(size);
  const dearest = Math.max(...nodes.map(each));
  return 2 + (nested ? 0 : nodes.length === 2 ? 2 : steps(nodes.length)) + dearest;
}

/** 1 → 1, 3 → 2, 5 → 3, 10 → 4, 50 → 7, 250 → 11. */
export function steps(size: number): number {
  let [low, high, count] = [2, 3, 1];
  while (high <= size) {
    [low, high] = [high, low + high];
    count += 1;
  }
  return size === 0 ? 0 : count;
}

const laborious = new Set(["hasUnfulfilledOrders"]);
const free = new Set(["MoneyBag", "MoneyV2", "LocationAddress", "PageInfo"]);

/** Root fields that start elsewhere than the rest. */
const dear: Record<string, number> = {
  fulfillmentTrackingInfoUpdate: 50,
  fulfillmentTrackingInfoUpdateV2: 50,
  orderCapture: 20,
  ordersCount: 10,
  refundCreate: 20,
};

function ownCost(parent: GraphQLNamedType, field: FieldNode, type: GraphQLNamedType): number {
  if (parent.name === "StoreCreditAccount" && field.name.value === "balance") return 5;
  if (parent.name === "Customer" && type.name === "MailingAddress") return 0;
  return free.has(type.name) ? 0 : 1;
}

function sizeOf(scale: Scale, field: FieldNode): number {
  const argument = field.arguments?.find(
    (entry) => entry.name.value === "first" || entry.name.value === "last",
  )?.value;
  if (argument?.kind === Kind.INT) return Number(argument.value);
  if (argument?.kind === Kind.VARIABLE) return Number(scale.variables[argument.name.value] ?? 0);
  return 0;
}

/** What is asked of each node, whether by `nodes` or by `edges { node }`. */
function nodesSelection(scale: Scale, field: FieldNode): ["nodes" | "edges", SelectionSetNode] | [] {
  const inside = field.selectionSet ? fieldsOf(scale, field.selectionSet) : [];
  const nodes = inside.find((entry) => entry.field.name.value === "nodes")?.field.selectionSet;
  if (nodes) return ["nodes", nodes];
  const edges = inside.find((entry) => entry.field.name.value === "edges")?.field.selectionSet;
  const node =
    edges && fieldsOf(scale, edges).find((entry) => entry.field.name.value === "node")?.field.selectionSet;
  return node ? ["edges", node] : [];
}

function nodeType(
  scale: Scale,
  connection: GraphQLNamedType,
  by: "nodes" | "edges",
): GraphQLNamedType | undefined {
  if (!("getFields" in connection)) return undefined;
  const field = connection.getFields()[by];
  if (!field) return undefined;
  const type = getNamedType(field.type);
  if (by === "nodes") return type;
  const node = "getFields" in type ? type.getFields().node : undefined;
  return node && scale.schema.getType(getNamedType(node.type).name);
}
