import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  Kind,
  type SelectionSetNode,
} from "graphql";

/** A request on the scale. */
export interface Scale {
  schema: GraphQLSchema;
  fragments: Map<string, FragmentDefinitionNode>;
  variables: Record<string, unknown>;
  /** By what came back, not by what was asked for. */
  counting: boolean;
}

export type Value = unknown;

export interface Flat {
  field: FieldNode;
  /** The type a fragment narrowed to, where it did. */
  on?: GraphQLNamedType | undefined;
}

/** The fields of a selection with its fragments opened up. */
export function fieldsOf(scale: Scale, selection: SelectionSetNode): Flat[] {
  return selection.selections.flatMap((entry): Flat[] => {
    if (entry.kind === Kind.FIELD) return [{ field: entry }];
    const fragment = entry.kind === Kind.FRAGMENT_SPREAD ? scale.fragments.get(entry.name.value) : entry;
    if (!fragment) return [];
    const on = fragment.typeCondition ? scale.schema.getType(fragment.typeCondition.name.value) : undefined;
    return fieldsOf(scale, fragment.selectionSet).map((inner) => ({
      field: inner.field,
      on: inner.on ?? on,
    }));
  });
}

export function typeOf(
  scale: Scale,
  parent: GraphQLNamedType,
  field: FieldNode,
): GraphQLNamedType | undefined {
  const name = field.name.value;
  if (name === "__typename") return undefined;
  if (name === "__type" || name === "__schema")
    return scale.schema.getType(name === "__type" ? "__Type" : "__Schema");
  const definition = "getFields" in parent ? parent.getFields()[name] : undefined;
  return definition && getNamedType(definition.type);
}

export function property(value: Value, field: FieldNode | string): Value {
  const name = typeof field === "string" ? field : (field.alias?.value ?? field.name.value);
  return value !== null && typeof value === "object" ? (value as Record<string, unknown>)[name] : undefined;
}

export function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  return new Map(
    document.definitions.flatMap((entry) =>
      entry.kind === Kind.FRAGMENT_DEFINITION ? [[entry.name.value, entry] as const] : [],
    ),
  );
}
