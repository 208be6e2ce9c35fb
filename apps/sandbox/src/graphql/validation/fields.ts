import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from "graphql";
import type { AnswerError } from "../execute.ts";
import { checkArguments } from "./arguments.ts";
import { type DocumentPath, problem } from "./problem.ts";

export interface Scope {
  schema: GraphQLSchema;
  fragments: Map<string, FragmentDefinitionNode>;
  errors: AnswerError[];
}

/** Checks a selection against the type it is made on, depth first, as the real server reports it. */
export function checkSelections(
  scope: Scope,
  parent: GraphQLNamedType,
  selection: SelectionSetNode,
  path: DocumentPath,
): void {
  for (const entry of selection.selections) {
    if (entry.kind === Kind.FIELD) checkField(scope, parent, entry, path);
    else if (entry.kind === Kind.FRAGMENT_SPREAD) {
      checkDirectives(scope, entry.directives ?? [], path);
      if (!scope.fragments.has(entry.name.value)) {
        const message = `Fragment ${entry.name.value} was used, but not defined`;
        scope.errors.push(
          problem(entry, [...path, `... ${entry.name.value}`], message, {
            code: "useAndDefineFragment",
            fragmentName: entry.name.value,
          }),
        );
      }
    } else {
      const name = entry.typeCondition?.name.value;
      const on = name === undefined ? parent : scope.schema.getType(name);
      const inner = [...path, name === undefined ? "..." : `... on ${name}`];
      if (on) checkSelections(scope, on, entry.selectionSet, inner);
      else scope.errors.push(undefinedCondition(entry, name ?? "", inner));
    }
  }
}

export function undefinedCondition(
  node: Parameters<typeof problem>[0],
  name: string,
  path: DocumentPath,
): AnswerError {
  return problem(node, path, `No such type ${name}, so it can't be a fragment condition`, {
    code: "undefinedType",
    typeName: name,
  });
}

function checkField(scope: Scope, parent: GraphQLNamedType, field: FieldNode, path: DocumentPath): void {
  const name = field.name.value;
  const here = [...path, field.alias?.value ?? name];
  if (name === "__typename") return;
  const definition = definitionOf(scope.schema, parent, name);
  if (!definition) {
    const message = `Field '${name}' doesn't exist on type '${parent.name}'`;
    scope.errors.push(
      problem(field, here, message, { code: "undefinedField", typeName: parent.name, fieldName: name }),
    );
    return;
  }
  checkDirectives(scope, field.directives ?? [], here);
  checkArguments(
    scope,
    { kind: "Field", name, node: field, given: field.arguments ?? [], known: definition.args },
    here,
  );
  const type = getNamedType(definition.type);
  if (isLeafType(type) && field.selectionSet) {
    const selected = field.selectionSet.selections.map((entry) =>
      entry.kind === Kind.FIELD ? entry.name.value : "...",
    );
    const message = `Selections can't be made on scalars (field '${name}' returns ${type.name} but has selections [${selected.map((entry) => `"${entry}"`).join(", ")}])`;
    scope.errors.push(
      problem(field, here, message, {
        code: "selectionMismatch",
        nodeName: `field '${name}'`,
        typeName: type.name,
      }),
    );
  } else if (!isLeafType(type) && !field.selectionSet && (isObjectType(type) || isInterfaceType(type))) {
    // A union asked for bare passes at the real server: `origin` on a store-credit movement was recorded that way.
    const message = `Field must have selections (field '${name}' returns ${type.name} but has no selections. Did you mean '${name} { ... }'?)`;
    scope.errors.push(
      problem(field, here, message, {
        code: "selectionMismatch",
        nodeName: `field '${name}'`,
        typeName: type.name,
      }),
    );
  } else if (field.selectionSet) checkSelections(scope, type, field.selectionSet, here);
}

function definitionOf(
  schema: GraphQLSchema,
  parent: GraphQLNamedType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (parent === schema.getQueryType() && name === "__schema") return SchemaMetaFieldDef;
  if (parent === schema.getQueryType() && name === "__type") return TypeMetaFieldDef;
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
}

function checkDirectives(scope: Scope, directives: readonly DirectiveNode[], path: DocumentPath): void {
  for (const directive of directives) {
    const name = directive.name.value;
    const known = scope.schema.getDirective(name);
    if (known)
      checkArguments(
        scope,
        { kind: "Directive", name, node: directive, given: directive.arguments ?? [], known: known.args },
        path,
      );
    else
      scope.errors.push(
        problem(directive, path, `Directive @${name} is not defined`, {
          code: "undefinedDirective",
          directiveName: name,
        }),
      );
  }
}
