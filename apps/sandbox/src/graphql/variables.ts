import {
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
} from "graphql";
import { scaled } from "../money/amount.ts";
import { valuesOf } from "./enum-order.ts";
import type { AnswerError } from "./execute.ts";
import { isGlobalId } from "./gid.ts";

interface Problem {
  path: (string | number)[];
  explanation: string;
  message?: string;
}

/** Every variable against its declared type. Shopify collects all problems of a variable into one INVALID_VARIABLE. */
export function coerceVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  values: Record<string, unknown>,
): AnswerError[] {
  const errors: AnswerError[] = [];
  for (const definition of operation.variableDefinitions ?? []) {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type) as GraphQLInputType | undefined;
    if (!type) continue;
    const given = Object.hasOwn(values, name);
    if (!given && (definition.defaultValue || !isNonNullType(type))) continue;
    const value = values[name] ?? null;
    const problems = problemsOf(type, value, []);
    if (problems.length === 0) continue;
    const { line = 1, column = 1 } = definition.loc?.startToken ?? {};
    errors.push({
      message: `Variable $${name} of type ${String(type)} was provided invalid value${summary(problems)}`,
      locations: [{ line, column }],
      extensions: { code: "INVALID_VARIABLE", value, problems },
    });
  }
  return errors;
}

function summary(problems: Problem[]): string {
  const named = problems.filter((problem) => problem.path.length > 0);
  return named.length === 0
    ? ""
    : ` for ${named.map((problem) => `${problem.path.join(".")} (${problem.explanation})`).join(", ")}`;
}

function problemsOf(type: GraphQLInputType, value: unknown, path: Problem["path"]): Problem[] {
  if (isNonNullType(type)) {
    return value === null || value === undefined
      ? [{ path, explanation: "Expected value to not be null" }]
      : problemsOf(type.ofType, value, path);
  }
  if (value === null || value === undefined) return [];
  if (isListType(type)) {
    const entries = Array.isArray(value) ? value : [value];
    if (entries.length > 250)
      return [
        {
          path,
          explanation: `The input array size of ${entries.length} is greater than the maximum allowed of 250.`,
        },
      ];
    return entries.flatMap((entry, index) => problemsOf(type.ofType, entry, [...path, index]));
  }
  if (isInputObjectType(type)) return objectProblems(type, value, path);
  if (isEnumType(type)) {
    const names = valuesOf(type);
    if (typeof value === "string" && names.includes(value)) return [];
    return [{ path, explanation: `Expected "${print(value)}" to be one of: ${names.join(", ")}` }];
  }
  return scalarProblem(type.name, value).map((explanation) => ({ path, ...explanation }));
}

function objectProblems(
  type: Extract<GraphQLInputType, { getFields: unknown }>,
  value: unknown,
  path: Problem["path"],
): Problem[] {
  if (typeof value !== "object" || Array.isArray(value)) {
    return [{ path, explanation: `Expected ${JSON.stringify(value)} to be a key-value object.` }];
  }
  const fields = type.getFields();
  const entries = value as Record<string, unknown>;
  const unknown = Object.keys(entries)
    .filter((name) => !fields[name])
    .map((name) => ({ path: [...path, name], explanation: `Field is not defined on ${type.name}` }));
  const wrong = Object.values(fields).flatMap((field) => {
    if (!Object.hasOwn(entries, field.name) && field.defaultValue !== undefined) return [];
    if (!Object.hasOwn(entries, field.name) && field.default !== undefined) return [];
    return problemsOf(field.type, entries[field.name], [...path, field.name]);
  });
  if (
    type.isOneOf &&
    unknown.length === 0 &&
    Object.values(entries).filter((entry) => entry !== null).length !== 1
  ) {
    return [
      ...wrong,
      {
        path,
        explanation: `'${type.name}' requires exactly one argument, but ${Object.keys(entries).length} were provided.`,
      },
    ];
  }
  return [...unknown, ...wrong];
}

function scalarProblem(name: string, value: unknown): Told[] {
  const cannot = [{ explanation: `Could not coerce value ${JSON.stringify(value)} to ${name}` }];
  switch (name) {
    case "ID": {
      if (typeof value !== "string" && typeof value !== "number") return cannot;
      return isGlobalId(String(value)) ? [] : both(`Invalid global id '${value}'`);
    }
    case "String":
      return typeof value === "string" ? [] : cannot;
    case "Boolean":
      return typeof value === "boolean" ? [] : cannot;
    case "Int":
      return Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31 ? [] : cannot;
    case "Float":
      return typeof value === "number" ? [] : cannot;
    case "Decimal":
    case "Money":
      return isDecimal(value) ? [] : both(`invalid decimal '${print(value)}'`);
    case "DateTime":
      return typeof value === "string" && !Number.isNaN(Date.parse(value))
        ? []
        : both(`invalid DateTime '${print(value)}'`);
    case "URL":
      return urlProblem(value);
    case "UnsignedInt64":
      if (!/^-?\d+$/.test(String(value))) return both(`UnsignedInt64 invalid value '${print(value)}'`);
      return String(value).startsWith("-") ? both(`UnsignedInt64 '${print(value)}' is out of range`) : [];
    default:
      return [];
  }
}

function urlProblem(value: unknown): Told[] {
  if (typeof value !== "string" || !URL.canParse(value))
    return both(`Invalid url '${print(value)}', missing scheme`);
  return new URL(value).host === "" ? both(`Invalid url '${value}', missing host`) : [];
}

interface Told {
  explanation: string;
  message?: string;
}

/** What a scalar of Shopify's own refuses is told twice. */
function both(message: string): Told[] {
  return [{ explanation: message, message }];
}

function isDecimal(value: unknown): boolean {
  if (typeof value !== "string" && typeof value !== "number") return false;
  try {
    scaled(String(value), 12);
    return true;
  } catch {
    return false;
  }
}

function print(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
