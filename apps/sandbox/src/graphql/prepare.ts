import { type DocumentNode, GraphQLError, type GraphQLSchema, parse } from "graphql";
import type { AnswerError } from "./execute.ts";
import { validateDocument } from "./validation/validate.ts";

export type PreparedDocument =
  | { document: DocumentNode; errors?: undefined }
  | { document?: undefined; errors: AnswerError[] };

const cache = new Map<string, PreparedDocument>();
const mostRemembered = 1_000;

/** Parses and validates a text once per schema; apps send the same few documents all day. */
export function prepare(schemaKey: string, schema: GraphQLSchema, query: string): PreparedDocument {
  const key = `${schemaKey}\n${query}`;
  const known = cache.get(key);
  if (known) return known;
  const fresh = read(schema, query);
  if (cache.size >= mostRemembered) cache.delete(cache.keys().next().value ?? "");
  cache.set(key, fresh);
  return fresh;
}

function read(schema: GraphQLSchema, query: string): PreparedDocument {
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [syntaxError(error)] };
    throw error;
  }
  const errors = validateDocument(schema, document);
  return errors.length > 0 ? { errors } : { document };
}

function syntaxError(error: GraphQLError): AnswerError {
  const location = error.locations?.[0] ?? { line: 1, column: 1 };
  const what = error.message
    .replace(/^Syntax Error: /, "")
    .replace(/^Unexpected/, "unexpected")
    .replace("<EOF>", "end of file");
  return {
    message: `syntax error, ${what} at [${location.line}, ${location.column}]`,
    locations: [{ ...location }],
  };
}
