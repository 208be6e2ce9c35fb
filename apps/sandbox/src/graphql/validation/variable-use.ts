import {
  type DocumentNode,
  isInputType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from "graphql";
import type { Scope } from "./fields.ts";
import { type DocumentPath, problem } from "./problem.ts";

/** Variables of unknown types, ones used but not declared, and ones declared but not used. */
export function checkVariables(
  scope: Scope,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  path: DocumentPath,
): void {
  const name = operation.name?.value ?? `anonymous ${operation.operation}`;
  const used = usedIn(scope, document, operation);
  const declared = new Set<string>();
  for (const definition of operation.variableDefinitions ?? []) {
    const variable = definition.variable.name.value;
    declared.add(variable);
    const type = typeFromAST(scope.schema, definition.type);
    if (!type || !isInputType(type)) {
      const typeName = String(typeNameOf(definition.type));
      const message = type
        ? `${typeName} isn't a valid input type (on $${variable})`
        : `${typeName} isn't a defined input type (on $${variable})`;
      scope.errors.push(
        problem(definition, path, message, {
          code: "variableRequiresValidType",
          typeName,
          variableName: variable,
        }),
      );
    }
    if (!used.has(variable)) {
      const message = `Variable $${variable} is declared by ${name} but not used`;
      scope.errors.push(
        problem(definition, path, message, { code: "variableNotUsed", variableName: variable }),
      );
    }
  }
  for (const [variable, node] of used) {
    if (declared.has(variable)) continue;
    const message = `Variable $${variable} is used by ${name} but not declared`;
    scope.errors.push(problem(node, path, message, { code: "variableNotDefined", variableName: variable }));
  }
}

function usedIn(scope: Scope, document: DocumentNode, operation: OperationDefinitionNode) {
  const used = new Map<string, Parameters<typeof problem>[0]>();
  const seen = new Set<string>();
  const look = (node: DocumentNode["definitions"][number]) => {
    const info = new TypeInfo(scope.schema);
    visit(
      node,
      visitWithTypeInfo(info, {
        VariableDefinition: () => false,
        Directive: (directive) => (scope.schema.getDirective(directive.name.value) ? undefined : false),
        Variable: (variable) => {
          if (!used.has(variable.name.value)) used.set(variable.name.value, variable);
        },
        FragmentSpread: (spread) => {
          const fragment = document.definitions.find(
            (entry) => entry.kind === Kind.FRAGMENT_DEFINITION && entry.name.value === spread.name.value,
          );
          if (!fragment || seen.has(spread.name.value)) return;
          seen.add(spread.name.value);
          look(fragment);
        },
      }),
    );
  };
  look(operation);
  return used;
}

function typeNameOf(type: { kind: string; type?: unknown; name?: { value: string } }): string | undefined {
  return type.name?.value ?? typeNameOf(type.type as Parameters<typeof typeNameOf>[0]);
}
