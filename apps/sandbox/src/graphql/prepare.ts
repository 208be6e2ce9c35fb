import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Lexer,
  parse,
  Source,
  TokenKind,
} from "graphql";
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
    if (error instanceof GraphQLError) return { errors: [syntaxError(error, query)] };
    throw error;
  }
  const errors = validateDocument(schema, document);
  return errors.length > 0 ? { errors } : { document };
}

/** An unexpected end is told where the last token stands, as recorded. */
function syntaxError(error: GraphQLError, query: string): AnswerError {
  const what = error.message
    .replace(/^Syntax Error: /, "")
    .replace(/^Expected .+, found (.+)$/s, "unexpected $1")
    .replace(/^Unexpected/, "unexpected")
    .replace(/<EOF>\.?/, "end of file");
  const ended = what.endsWith("end of file");
  const { line, column } = (ended ? lastToken(query) : error.locations?.[0]) ?? { line: 1, column: 1 };
  return {
    message: `syntax error, ${what} at [${line}, ${column}]`,
    locations: [{ line, column }],
    extensions: { code: "PARSE_ERROR" },
  };
}

function lastToken(query: string): { line: number; column: number } | undefined {
  const lexer = new Lexer(new Source(query));
  try {
    while (lexer.advance().kind !== TokenKind.EOF);
  } catch {
    return undefined;
  }
  return lexer.token.prev ?? undefined;
}
