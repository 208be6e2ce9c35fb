import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import {
  buildClientSchema,
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { guarded } from "./access.ts";
import { emptyConnection } from "./connection.ts";
import type { Resolver, Resolvers } from "./context.ts";
import { Refusal } from "./errors.ts";
import { typeOf } from "./gid.ts";
import { resolvers } from "./resolvers.ts";
import { schemaKey } from "./schema-key.ts";
import { withNotes } from "./with-notes.ts";

const loaded = new Map<string, GraphQLSchema>();

/**
 * The published Admin schema of a version, with the stand-in's behaviour attached. 2027-01 is not published yet: it is
 * 2026-10 with the one change that is announced, a `note` on store-credit movements.
 */
export function schemaFor(version: string): GraphQLSchema {
  const key = schemaKey(version);
  let schema = loaded.get(key);
  if (!schema) {
    schema = attach(build(key), resolvers);
    loaded.set(key, schema);
  }
  return schema;
}

function build(key: string): GraphQLSchema {
  const published = key === "2027-01" ? "2026-10" : key;
  const file = new URL(`data/admin_${published}.json.gz`, import.meta.resolve("@shopify/dev-mcp"));
  const introspection = JSON.parse(gunzipSync(readFileSync(file)).toString());
  const schema = buildClientSchema(introspection.data ?? introspection, { assumeValid: true });
  return key === "2027-01" ? withNotes(schema) : schema;
}

function attach(schema: GraphQLSchema, by: Resolvers): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (value) => typeOf(value as object);
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    const name = type.name === "QueryRoot" ? "Query" : type.name;
    for (const field of Object.values(type.getFields())) {
      field.resolve = guarded(name, field.name, by[name]?.[field.name] ?? byProperty(type.name, field));
    }
  }
  return schema;
}

/** A field nobody wrote: what the record has under that name, or the emptiest true answer. */
function byProperty(type: string, field: GraphQLField<unknown, unknown>): Resolver {
  const missing = emptiest(field);
  return (source, args, context, info) => {
    const value = defaultFieldResolver(source, args, context, info);
    if (value !== undefined) return value;
    if (missing !== undefined) return missing;
    throw new Refusal(`The stand-in does not model ${type}.${field.name}`, "NOT_MODELLED");
  };
}

function emptiest(field: GraphQLField<unknown, unknown>): unknown {
  if (!isNonNullType(field.type)) return null;
  const inner = field.type.ofType;
  if (isListType(inner)) return [];
  if (isObjectType(inner) && inner.name.endsWith("Connection")) return emptyConnection();
  if (isEnumType(inner)) return undefined;
  return undefined;
}
