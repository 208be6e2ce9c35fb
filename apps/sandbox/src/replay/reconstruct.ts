import {
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
} from "graphql";
import { isObject } from "./recording.ts";

/** A document that would be answered in the shape recorded, for recordings that kept only variables and answer. */
export function reconstruct(
  schema: GraphQLSchema,
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
    return field && rootField(field, data[name], variables, declared);
  });
  if (fields.includes(undefined)) return undefined;
  const head = [...declared].map(([name, type]) => `$${name}: ${type}`).join(", ");
  return `${mutation ? "mutation" : "query"} Replayed${head ? `(${head})` : ""} { ${fields.join(" ")} }`;
}

function rootField(
  field: GraphQLField<unknown, unknown>,
  value: unknown,
  variables: Record<string, unknown>,
  declared: Map<string, string>,
): string {
  const args = field.args.filter((argument) => Object.hasOwn(variables, argument.name));
  for (const argument of args) declared.set(argument.name, String(argument.type));
  const given = args.map((argument) => `${argument.name}: $${argument.name}`);
  return `${field.name}${given.length > 0 ? `(${given.join(", ")})` : ""}${selection(getNamedType(field.type), value)}`;
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
