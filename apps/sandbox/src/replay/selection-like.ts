import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from "graphql";
import { isPaged, pageFor } from "./reconstruct.ts";
import { isObject, type Json } from "./shapes.ts";

interface Shape {
  text: string;
  /** The sample without what could not be asked for. */
  value: unknown;
}

/** The selection that would be answered like the sample. */
export function selectionLike(schema: GraphQLSchema, type: GraphQLNamedType, sample: unknown): Shape {
  if (isLeafType(type)) return { text: "", value: sample };
  const entries = objectsIn(sample);
  const groups = new Map<GraphQLNamedType, Json[]>();
  for (const entry of entries) {
    const on = isAbstractType(type) ? (concrete(schema, type, entry) ?? type) : type;
    groups.set(on, [...(groups.get(on) ?? []), entry]);
  }
  const kept = new Map<Json, Json>();
  const parts = [...groups].map(([on, members]) => {
    const text = fieldsLike(schema, on, members, kept);
    return on === type || text === "" ? text : `... on ${on.name} { ${text} }`;
  });
  const inner = parts.filter(Boolean).join(" ") || firstLeaf(type);
  return { text: ` { ${inner} }`, value: replaced(sample, kept) };
}

function fieldsLike(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  entries: readonly Json[],
  kept: Map<Json, Json>,
): string {
  for (const entry of entries) kept.set(entry, {});
  const keep = (entry: Json, name: string, value: unknown) =>
    Object.assign(kept.get(entry) ?? {}, { [name]: value });
  const names = [...new Set(entries.flatMap((entry) => Object.keys(entry)))];
  return names
    .flatMap((name) => {
      const having = entries.filter((entry) => Object.hasOwn(entry, name));
      if (name === "__typename") {
        for (const entry of having) keep(entry, name, entry[name]);
        return [name];
      }
      const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
      if (!field || field.args.some(isRequiredArgument)) return [];
      const shape = selectionLike(
        schema,
        getNamedType(field.type),
        having.map((entry) => entry[name]),
      );
      for (const [index, entry] of having.entries()) keep(entry, name, (shape.value as unknown[])[index]);
      return [`${name}${page(field, having, name)}${shape.text}`];
    })
    .join(" ");
}

function page(field: GraphQLField<unknown, unknown>, entries: readonly Json[], name: string): string {
  return isPaged(field) ? `(first: ${Math.max(...entries.map((entry) => pageFor(entry[name])))})` : "";
}

/** Which of the possible types a record is: told by its name, its id, or the fields only one of them has. */
function concrete(
  schema: GraphQLSchema,
  type: Parameters<GraphQLSchema["getPossibleTypes"]>[0],
  entry: Json,
): GraphQLObjectType | undefined {
  const possible = schema.getPossibleTypes(type);
  const said = entry.__typename ?? /^gid:\/\/shopify\/(\w+)\//.exec(String(entry.id))?.[1];
  const names = Object.keys(entry).filter((name) => name !== "__typename");
  const having = (candidate: GraphQLObjectType) => names.every((name) => candidate.getFields()[name]);
  const common = isInterfaceType(type) && names.every((name) => type.getFields()[name]);
  return (
    possible.find((candidate) => candidate.name === said) ?? (common ? undefined : possible.find(having))
  );
}

function firstLeaf(type: GraphQLNamedType): string {
  if (!isObjectType(type) && !isInterfaceType(type)) return "__typename";
  const leaf = Object.values(type.getFields()).find((field) => isLeafType(getNamedType(field.type)));
  return leaf?.name ?? "__typename";
}

function objectsIn(sample: unknown): Json[] {
  return Array.isArray(sample) ? sample.flatMap(objectsIn) : isObject(sample) ? [sample] : [];
}

function replaced(sample: unknown, kept: ReadonlyMap<Json, Json>): unknown {
  if (Array.isArray(sample)) return sample.map((entry) => replaced(entry, kept));
  return isObject(sample) ? (kept.get(sample) ?? sample) : sample;
}
