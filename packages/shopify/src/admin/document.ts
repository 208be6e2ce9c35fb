import type { DocumentTypeDecoration } from "@graphql-typed-document-node/core";

/** A static GraphQL text that knows the type of its answer and of its variables. */
export type Document<TResult, TVariables> = { toString(): string } & DocumentTypeDecoration<
  TResult,
  TVariables
>;
