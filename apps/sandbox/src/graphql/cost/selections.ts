import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

/** A request on the scale. */
export interface Scale {
  schema: GraphQLSchema;
  fragments: Map<string, FragmentDefinitionNode>;
  /** With the operation's defaults. */
  variables: Record<string, unknown>;
}

/** A field that is asked for, once for each name it is answered under and each type it is asked of. */
export interface Asked {
  /** The name it is answered under. */
  key: string;
  field: FieldNode;
  /** The type it is asked of: a fragment may have narrowed it. */
  on: GraphQLNamedType;
  /** What is asked of it, wherever in the document it is named. */
  selections: SelectionSetNode[];
}

export function scaleFor(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): Scale {
  const fragments = new Map(
    document.definitions.flatMap((entry) =>
      entry.kind === Kind.FRAGMENT_DEFINITION ? [[entry.name.value, entry] as const] : [],
    ),
  );
  const defaults = Object.fromEntries(
    (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)]] : [],
    ),
  );
  return { schema, fragments, variables: { ...defaults, ...variables } };
}

/** The fields of a selection with its fragments opened up. */
export function fieldsOf(
  scale: Scale,
  on: GraphQLNamedType,
  selections: readonly SelectionSetNode[],
): Asked[] {
  const asked = new Map<string, Asked>();
  for (const selection of selections) gather(scale, on, selection, asked);
  return [...asked.values()];
}

function gather(
  scale: Scale,
  on: GraphQLNamedType,
  selection: SelectionSetNode,
  asked: Map<string, Asked>,
): void {
  for (const entry of selection.selections) {
    if (entry.kind === Kind.FIELD) {
      const key = entry.alias?.value ?? entry.name.value;
      const before = asked.get(`${on.name}.${key}`);
      const found = before ?? { key, field: entry, on, selections: [] };
      if (entry.selectionSet) found.selections.push(entry.selectionSet);
      if (!before) asked.set(`${on.name}.${key}`, found);
      continue;
    }
    const fragment = entry.kind === Kind.FRAGMENT_SPREAD ? scale.fragments.get(entry.name.value) : entry;
    if (!fragment) continue;
    const condition = fragment.typeCondition && scale.schema.getType(fragment.typeCondition.name.value);
    gather(scale, condition ?? on, fragment.selectionSet, asked);
  }
}

/** What a field answers with; nothing for `__typename` and for what is not in the schema. */
export function typeOf(scale: Scale, { field, on }: Asked): GraphQLNamedType | undefined {
  const name = field.name.value;
  if (name === "__typename") return undefined;
  if (name === "__type" || name === "__schema")
    return scale.schema.getType(name === "__type" ? "__Type" : "__Schema");
  const definition = "getFields" in on ? on.getFields()[name] : undefined;
  return definition && getNamedType(definition.type);
}

/** Whether an answer of this type name has what is asked of a type. */
export function isOf(scale: Scale, on: GraphQLNamedType, typename: unknown): boolean {
  const type = typeof typename === "string" ? scale.schema.getType(typename) : undefined;
  if (!type || type === on || !("getInterfaces" in type)) return true;
  return isAbstractType(on) && scale.schema.isSubType(on, type);
}

export function isPage(type: GraphQLNamedType): boolean {
  return type.name.endsWith("Connection");
}

/** How many nodes a page was asked to have at most. */
export function sizeOf(scale: Scale, { field }: Asked): number {
  const sizes = (field.arguments ?? []).flatMap(({ name, value }) => {
    if (name.value !== "first" && name.value !== "last") return [];
    if (value.kind === Kind.INT) return [Number(value.value)];
    return value.kind === Kind.VARIABLE ? [Number(scale.variables[value.name.value] ?? 0)] : [];
  });
  return Math.max(0, ...sizes);
}

/** A page's nodes may be asked for as `nodes`, as `edges { node }`, or both ways. */
export interface NodesAsked {
  key: string;
  /** The name of the node within an edge; absent for `nodes`. */
  within?: string;
  type: GraphQLNamedType;
  selections: SelectionSetNode[];
}

export function nodesAsked(scale: Scale, connection: GraphQLNamedType, page: Asked): NodesAsked[] {
  return fieldsOf(scale, connection, page.selections).flatMap((asked): NodesAsked[] => {
    const type = typeOf(scale, asked);
    if (!type) return [];
    const { key, selections } = asked;
    if (asked.field.name.value === "nodes") return [{ key, type, selections }];
    if (asked.field.name.value !== "edges") return [];
    return fieldsOf(scale, type, selections).flatMap((inner) => {
      const node = inner.field.name.value === "node" ? typeOf(scale, inner) : undefined;
      return node ? [{ key, within: inner.key, type: node, selections: inner.selections }] : [];
    });
  });
}
