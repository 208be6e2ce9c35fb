import { randomUUID } from "node:crypto";
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isListType,
  isRequiredArgument,
} from "graphql";
import { selectionLike } from "./selection-like.ts";
import { isObject } from "./shapes.ts";

type Field = GraphQLField<unknown, unknown>;

/** A document that would be answered in the shape recorded, and what of the answer it can be asked for. */
export interface Reconstruction {
  query: string;
  data: Record<string, unknown>;
}

/**
 * For recordings that kept only variables and answer. Names that no field has were aliases of fields nobody can tell:
 * they are left out of both.
 */
export function reconstruct(
  schema: GraphQLSchema,
  version: string,
  data: Record<string, unknown>,
  variables: Record<string, unknown>,
): Reconstruction | undefined {
  const roots = Object.keys(data);
  const mutation = roots.every((name) => schema.getMutationType()?.getFields()[name]);
  const root = mutation ? schema.getMutationType() : schema.getQueryType();
  const declared = new Map<string, string>();
  const asked: string[] = [];
  const kept: Record<string, unknown> = {};
  for (const name of roots) {
    const field = root?.getFields()[name];
    if (!field) return undefined;
    const text = rootField(schema, field, data[name], variables, declared, needsKey(name, version));
    if (!text) return undefined;
    asked.push(text.query);
    kept[name] = text.value;
  }
  if (asked.length === 0) return undefined;
  const head = [...declared].map(([name, type]) => `$${name}: ${type}`).join(", ");
  const query = `${mutation ? "mutation" : "query"} Replayed${head ? `(${head})` : ""} { ${asked.join(" ")} }`;
  return { query, data: kept };
}

/**
 * A document for an answer that only refuses a variable: any field that takes it will do, for the refusal comes before
 * the field is looked at.
 */
export function reconstructRefusal(
  schema: GraphQLSchema,
  errors: unknown,
  variables: Record<string, unknown>,
): string | undefined {
  const refused = /^Variable \$(\w+) of type (\S+) was provided invalid value/.exec(
    String(Array.isArray(errors) && isObject(errors[0]) ? errors[0].message : ""),
  );
  if (!refused) return undefined;
  const [, name, type] = refused;
  for (const root of [schema.getMutationType(), schema.getQueryType()])
    for (const field of Object.values(root?.getFields() ?? {})) {
      const takes = field.args.some((argument) => argument.name === name && String(argument.type) === type);
      const known = field.args.filter(
        (argument) => Object.hasOwn(variables, argument.name) || argument.name === name,
      );
      if (!takes || field.args.some((argument) => isRequiredArgument(argument) && !known.includes(argument)))
        continue;
      const head = known.map((argument) => `$${argument.name}: ${argument.type}`).join(", ");
      const given = known.map((argument) => `${argument.name}: $${argument.name}`).join(", ");
      const kind = root === schema.getMutationType() ? "mutation" : "query";
      return `${kind} Replayed(${head}) { ${field.name}(${given}) { __typename } }`;
    }
  return undefined;
}

/** Mutations that are refused without a key since 2026-04; a recording that succeeded must have had one. */
function needsKey(mutation: string, version: string): boolean {
  return (
    version >= "2026-04" && ["refundCreate", "locationActivate", "locationDeactivate"].includes(mutation)
  );
}

function rootField(
  schema: GraphQLSchema,
  field: Field,
  value: unknown,
  variables: Record<string, unknown>,
  declared: Map<string, string>,
  keyed: boolean,
): { query: string; value: unknown } | undefined {
  const given: string[] = [];
  for (const argument of field.args) {
    const name = Object.hasOwn(variables, argument.name)
      ? argument.name
      : likelyName(argument, field, variables);
    if (name === undefined && isRequiredArgument(argument)) return undefined;
    if (name === undefined) continue;
    declared.set(name, String(argument.type));
    given.push(`${argument.name}: $${name}`);
  }
  if (isPaged(field) && !given.some((entry) => /^(first|last):/.test(entry)))
    given.push(`first: ${pageFor(value)}`);
  const key = keyed ? ` @idempotent(key: "${randomUUID()}")` : "";
  const shape = selectionLike(schema, getNamedType(field.type), value);
  const of = given.length > 0 ? `(${given.join(", ")})` : "";
  return { query: `${field.name}${of}${key}${shape.text}`, value: shape.value };
}

/** Whether a field wants to be told how many: a connection, or a list with `first`. */
export function isPaged(field: Field): boolean {
  const named = getNamedType(field.type).name;
  return (
    field.args.some((argument) => argument.name === "first") &&
    (named.endsWith("Connection") || isListType(getNullableType(field.type)))
  );
}

/** A page that holds what was answered, and exactly that where more was to come. */
export function pageFor(value: unknown): number {
  const page = isObject(value) ? value : {};
  const shown = [value, page.nodes, page.edges].find(Array.isArray)?.length ?? 0;
  const more = isObject(page.pageInfo) && page.pageInfo.hasNextPage === true;
  return more ? Math.max(1, shown) : Math.max(10, shown);
}

/** What the variables call otherwise: `orderId` for `order(id:)`, `override` for `overrideFields`. */
function likelyName(
  argument: GraphQLArgument,
  field: Field,
  variables: Record<string, unknown>,
): string | undefined {
  const similar = (name: string) =>
    name.length > 2 && argument.name.toLowerCase().includes(name.toLowerCase());
  if (!isRequiredArgument(argument)) return Object.keys(variables).find(similar);
  const gid = new RegExp(`^gid://shopify/${getNamedType(field.type).name}/`);
  const names = Object.keys(variables);
  return (
    names.find((name) => gid.test(String(variables[name]))) ??
    names.find(similar) ??
    (names.length === 1 ? names[0] : undefined)
  );
}
