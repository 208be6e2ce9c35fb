import { type DocumentNode, type GraphQLSchema, validate } from "graphql";
import type { AnswerError } from "../execute.ts";

/** The errors of a document against the schema, as Shopify words them. */
export function validateDocument(schema: GraphQLSchema, document: DocumentNode): AnswerError[] {
  return validate(schema, document).map((error) => ({
    message: error.message,
    locations: error.locations?.map(({ line, column }) => ({ line, column })) ?? [],
  }));
}
