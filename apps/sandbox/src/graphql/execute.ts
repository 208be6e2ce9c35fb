import {
  type DocumentNode,
  execute,
  type GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from "graphql";
import type { Context } from "./context.ts";
import { actualCost } from "./cost/actual-cost.ts";
import { Refusal } from "./errors.ts";
import { prepare } from "./prepare.ts";
import { schemaFor } from "./schema.ts";
import { schemaKey } from "./schema-key.ts";
import { coerceVariables } from "./variables.ts";

export interface AnswerError {
  message: string;
  locations?: { line: number; column: number }[];
  path?: (string | number)[];
  extensions?: Record<string, unknown>;
}

export interface Answer {
  errors?: AnswerError[];
  data?: Record<string, unknown> | null;
}

export interface Request {
  query: string;
  operationName?: string | null | undefined;
  variables: Record<string, unknown>;
}

/** A request that has passed every check of its own text and variables, or the errors that stopped it. */
export type Prepared =
  | {
      ready: true;
      schema: GraphQLSchema;
      document: DocumentNode;
      operation: OperationDefinitionNode;
      request: Request;
    }
  | { ready: false; answer: Answer };

/** Parses, validates and coerces, in Shopify's order and with Shopify's errors; nothing has happened yet. */
export function check(version: string, request: Request): Prepared {
  const schema = schemaFor(version);
  const prepared = prepare(schemaKey(version), schema, request.query);
  if (prepared.errors) return { ready: false, answer: { errors: prepared.errors } };
  const operation = chooseOperation(prepared.document, request.operationName);
  if (!operation) {
    const message = request.operationName
      ? `No operation named "${request.operationName}"`
      : "An operation name is required";
    return { ready: false, answer: { errors: [{ message }] } };
  }
  const errors = coerceVariables(schema, operation, request.variables);
  if (errors.length > 0) return { ready: false, answer: { errors } };
  return { ready: true, schema, document: prepared.document, operation, request };
}

/** Runs what `check` let through and says what it really cost, of the points it asked for. */
export async function run(
  prepared: Extract<Prepared, { ready: true }>,
  context: Context,
  requested: number,
): Promise<{ answer: Answer; actual: number }> {
  const { schema, document, operation, request } = prepared;
  const args = {
    schema,
    document,
    contextValue: context,
    variableValues: request.variables,
    operationName: operation.name?.value,
  };
  const result = await execute(args);
  const errors = result.errors?.map(toAnswerError);
  const data = result.data as Record<string, unknown> | null | undefined;
  const actual = actualCost(schema, document, operation, request.variables, data ?? null, requested);
  return {
    answer: errors ? { errors, data: nulled(errors, data, operation) } : { data: data ?? null },
    actual,
  };
}

/** A refusal is answered with its code; anything else is our own fault and says so. */
function toAnswerError(error: GraphQLError): AnswerError {
  const locations = error.locations?.map(({ line, column }) => ({ line, column })) ?? [];
  const { originalError } = error;
  const path = error.path ? [...error.path] : [];
  if (originalError instanceof Refusal) {
    return {
      message: originalError.message,
      locations,
      extensions: { code: originalError.code, ...originalError.extra },
      path,
    };
  }
  if (originalError)
    process.stderr.write(`The stand-in failed at ${path.join(".")}: ${originalError.stack}\n`);
  return { message: error.message, locations, extensions: { code: "INTERNAL_SERVER_ERROR" }, path };
}

function nulled(
  errors: AnswerError[],
  data: Record<string, unknown> | null | undefined,
  operation: OperationDefinitionNode,
): Record<string, unknown> | null {
  if (data) return data;
  if (errors.length === 0) return null;
  const names = operation.selectionSet.selections.flatMap((entry) =>
    entry.kind === Kind.FIELD ? [entry.alias?.value ?? entry.name.value] : [],
  );
  return operation.operation === "mutation" ? Object.fromEntries(names.map((name) => [name, null])) : null;
}

function chooseOperation(
  document: DocumentNode,
  name: string | null | undefined,
): OperationDefinitionNode | undefined {
  const operations = document.definitions.filter(
    (entry): entry is OperationDefinitionNode => entry.kind === Kind.OPERATION_DEFINITION,
  );
  if (name) return operations.find((entry) => entry.name?.value === name);
  return operations.length === 1 ? operations[0] : undefined;
}
