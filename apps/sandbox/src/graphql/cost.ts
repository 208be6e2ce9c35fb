import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from "graphql";

/** What a request asks for before it runs. */
export function requestedCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): number {
  void [schema, document, variables];
  return operation.operation === "mutation" ? 10 : 1;
}

/** What it used, by what came back. */
export function actualCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
  data: Record<string, unknown> | null,
): number {
  void [schema, document, variables, data];
  return operation.operation === "mutation" ? 10 : 1;
}
