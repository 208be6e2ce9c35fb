import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  ScalarLeafsRule,
  specifiedRules,
  validate,
} from "graphql";
import type { AnswerError } from "../execute.ts";
import { checkSelections, type Scope, undefinedCondition } from "./fields.ts";
import { problem } from "./problem.ts";
import { checkVariables } from "./variable-use.ts";

/**
 * The errors of a document against the schema, worded as the real server words them. What this walk does not know is
 * left to graphql-js, whose sentences differ: a document is refused there and here alike, only the text may not be the same.
 */
export function validateDocument(schema: GraphQLSchema, document: DocumentNode): AnswerError[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const entry of document.definitions)
    if (entry.kind === Kind.FRAGMENT_DEFINITION) fragments.set(entry.name.value, entry);
  const scope: Scope = { schema, fragments, errors: [] };
  const spread = new Set<string>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      const root = definition.operation === "mutation" ? schema.getMutationType() : schema.getQueryType();
      const path = [
        definition.name ? `${definition.operation} ${definition.name.value}` : definition.operation,
      ];
      if (root) checkSelections(scope, root, definition.selectionSet, path);
      checkVariables(scope, document, definition, path);
    } else if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      const on = schema.getType(definition.typeCondition.name.value);
      const path = [`fragment ${definition.name.value}`];
      if (on) checkSelections(scope, on, definition.selectionSet, path);
      else scope.errors.push(undefinedCondition(definition, definition.typeCondition.name.value, path));
    }
  }
  for (const name of spreadsIn(document)) spread.add(name);
  for (const [name, fragment] of fragments) {
    if (spread.has(name)) continue;
    scope.errors.push(
      problem(fragment, [`fragment ${name}`], `Fragment ${name} was defined, but not used`, {
        code: "useAndDefineFragment",
        fragmentName: name,
      }),
    );
  }
  if (scope.errors.length > 0) return scope.errors;
  return validate(schema, document, rest)
    .filter(({ message }) => !mergesAnyway.test(message))
    .map((error) => ({
      message: error.message,
      locations: error.locations?.map(({ line, column }) => ({ line, column })) ?? [],
    }));
}

/** Recorded: fields of the same name on different types pass, whatever they return. */
const mergesAnyway = /because they return conflicting types|subfields .* conflict because they return/;

const rest = specifiedRules.filter((rule) => rule !== ScalarLeafsRule);

function spreadsIn(document: DocumentNode): string[] {
  const found: string[] = [];
  const look = (
    selections: readonly { kind: string; name?: { value: string }; selectionSet?: unknown }[],
  ) => {
    for (const entry of selections) {
      if (entry.kind === Kind.FRAGMENT_SPREAD && entry.name) found.push(entry.name.value);
      const inner = entry.selectionSet as { selections: typeof selections } | undefined;
      if (inner) look(inner.selections);
    }
  };
  for (const definition of document.definitions)
    if ("selectionSet" in definition) look(definition.selectionSet.selections);
  return found;
}
