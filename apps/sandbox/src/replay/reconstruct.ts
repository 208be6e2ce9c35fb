import { randomUUID } from "node:crypto";
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from "graphql";
import { isObject } from "./recording.ts";

/** A document that would be answered in the shape recorded, for recordings that kept only variables and answer. */
export function reconstruct(
  schema: GraphQLSchema,
  version: string,
  data: Record<string, unknown>,
  variables: Record<string, unknown>,
): string | undefined {
  const roots = Object.keys(data);
  const mutation = roots.every((name) => schema.getMutationType()?.getFields()[name]);
  const root = mutation ? schema.getMutationType() : schema.getQueryType();
  if (!root) return undefined;
  const declared = new Map<string, string>();
  const fields = roots.map((name) => {
    const field = root.getFields()[name];
    return field && rootField(field, data[name], variables, declared, needsKey(name, version));
  });
  if (fields.includes(undefined)) return undefined;
  const head = [...declared].map(([name, type]) => `$${name}: ${type}`).join(", ");
  return `${mutation ? "mutation" : "query"} Replayed${head ? `(${head})` : ""} { ${fields.join(" ")} }`;
}

/** Mutations that are refused without a key since 2026-04; a recording that succeeded must have had one. */
function needsKey(mutation: string, version: string): boolean {
  return (
    version >= "2026-04" && ["refundCreate", "locationActivate", "locationDeactivate"].includes(mutation)
  );
}

function rootField(
  field: GraphQLField<unknown, unknown>,
  value: unknown,
  variables: Record<string, unknown>,
  declared: Map<string, string>,
  keyed: boolean,
): string {
  const given = field.args.flatMap((argument) => {
    const name = Object.hasOwn(variables, argument.name)
      ? argument.name
      : likelyName(argument, field, variables);
    if (name === undefined) return [];
    declared.set(name, String(argument.type));
    return [`${argument.name}: $${name}`];
  });
  const key = keyed ? ` @idempotent(key: "${randomUUID()}")` : "";
  const shape = selection(getNamedType(field.type), value);
  return `${field.name}${given.length > 0 ? `(${given.join(", ")})` : ""}${key}${shape}`;
}

/** A required id that the variables call otherwise: `orderId` for `order(id:)`. */
function likelyName(
  argument: GraphQLArgument,
  field: GraphQLField<unknown, unknown>,
  variables: Record<string, unknown>,
): string | undefined {
  if (!isRequiredArgument(argument)) return undefined;
  const gid = new RegExp(`^gid://shopify/${getNamedType(field.type).name}/`);
  const names = Object.keys(variables);
  return (
    names.find((name) => gid.test(String(variables[name]))) ?? (names.length === 1 ? names[0] : undefined)
  );
}

function selection(type: GraphQLNamedType, value: unknown): string {
  if (isLeafType(type)) return "";
  const sample = Array.isArray(value) ? (value.find(isObject) ?? {}) : isObject(value) ? value : {};
  const names = Object.keys(sample);
  if (names.length === 0)
    return isAbstractType(type)
      ? " { __typename }"
      : ` { ${isObjectType(type) || isInterfaceType(type) ? firstLeaf(type) : "__typename"} }`;
  const inner = names.map((name) => {
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    if (!field) return name === "__typename" ? "__typename" : "";
    const named = getNamedType(field.type);
    const paged =
      field.args.some((argument) => argument.name === "first") &&
      (named.name.endsWith("Connection") || isListType(getNullableType(field.type)));
    return `${name}${paged ? "(first: 10)" : ""}${selection(named, sample[name])}`;
  });
  return ` { ${inner.join(" ")} }`;
}

function firstLeaf(type: { getFields(): Record<string, GraphQLField<unknown, unknown>> }): string {
  return (
    Object.values(type.getFields()).find((field) => isLeafType(getNamedType(field.type)))?.name ??
    "__typename"
  );
}
