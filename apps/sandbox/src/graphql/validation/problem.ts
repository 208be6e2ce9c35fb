import type { ASTNode } from "graphql";
import type { AnswerError } from "../execute.ts";

/** Where in the document we are, as Shopify names it: `["query Name", "shop", "nope"]`. */
export type DocumentPath = readonly string[];

/** One validation error in Shopify's shape: message, place, path through the document, and a code with its details. */
export function problem(
  node: ASTNode,
  path: DocumentPath,
  message: string,
  extensions: Record<string, unknown>,
): AnswerError {
  const { line = 1, column = 1 } = node.loc?.startToken ?? {};
  return { message, locations: [{ line, column }], path: [...path], extensions };
}
