import {
  type ArgumentNode,
  type ASTNode,
  type GraphQLArgument,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  Kind,
  print,
  type ValueNode,
} from "graphql";
import { isGlobalId } from "../gid.ts";
import type { Scope } from "./fields.ts";
import { type DocumentPath, problem } from "./problem.ts";

interface Subject {
  kind: "Field" | "Directive";
  name: string;
  node: ASTNode;
  given: readonly ArgumentNode[];
  known: readonly GraphQLArgument[];
}

/** Arguments a field does not take, ones it misses, and literal values of the wrong type. */
export function checkArguments(scope: Scope, subject: Subject, path: DocumentPath): void {
  const { kind, name, node, given, known } = subject;
  for (const argument of given) {
    const definition = known.find((entry) => entry.name === argument.name.value);
    const here = [...path, argument.name.value];
    if (definition)
      checkLiteral(
        scope,
        { argument: argument.name.value, kind, name, node, expected: definition.type },
        argument.value,
        definition.type,
        here,
      );
    else {
      const message = `${kind} '${name}' doesn't accept argument '${argument.name.value}'`;
      scope.errors.push(
        problem(argument, here, message, {
          code: "argumentNotAccepted",
          name,
          typeName: kind,
          argumentName: argument.name.value,
        }),
      );
    }
  }
  const missing = known.filter(
    (entry) => isRequiredArgument(entry) && !given.some((argument) => argument.name.value === entry.name),
  );
  if (missing.length > 0) {
    const names = missing.map((entry) => entry.name).join(", ");
    const message = `${kind} '${name}' is missing required arguments: ${names}`;
    scope.errors.push(
      problem(node, path, message, {
        code: "missingRequiredArguments",
        className: kind,
        name,
        arguments: names,
      }),
    );
  }
}

/** A value on its way to an argument of a field, a directive or an input object: that is where errors point. */
interface Literal {
  argument: string;
  kind: "Field" | "Directive" | "InputObject";
  name: string;
  node: ASTNode;
  /** As declared, with its exclamation mark. */
  expected: GraphQLInputType;
}

function checkLiteral(
  scope: Scope,
  of: Literal,
  value: ValueNode,
  type: GraphQLInputType,
  path: DocumentPath,
): void {
  if (value.kind === Kind.VARIABLE) return;
  if (isNonNullType(type)) {
    if (value.kind === Kind.NULL) incompatible(scope, of, value, path);
    else checkLiteral(scope, of, value, type.ofType, path);
  } else if (value.kind === Kind.NULL) {
    return;
  } else if (isListType(type)) {
    const entries = value.kind === Kind.LIST ? value.values : [value];
    for (const entry of entries) checkLiteral(scope, of, entry, type.ofType, path);
  } else if (isInputObjectType(type)) {
    if (value.kind !== Kind.OBJECT) incompatible(scope, of, value, path);
    else checkObject(scope, value, type, path);
  } else if (isEnumType(type)) {
    if (value.kind !== Kind.ENUM || !type.getValue(value.value)) incompatible(scope, of, value, path);
  } else if (!fits(type.name, value)) incompatible(scope, of, value, path);
  else if (type.name === "ID" && value.kind === Kind.STRING && !isGlobalId(value.value))
    scope.errors.push(
      problem(of.node, path, `Invalid global id '${value.value}'`, {
        code: "argumentLiteralsIncompatible",
        typeName: "CoercionError",
      }),
    );
}

function checkObject(
  scope: Scope,
  value: Extract<ValueNode, { kind: "ObjectValue" }>,
  type: Extract<GraphQLInputType, { isOneOf: boolean }>,
  path: DocumentPath,
): void {
  const fields = type.getFields();
  for (const field of value.fields) {
    const definition = fields[field.name.value];
    const here = [...path, field.name.value];
    if (definition)
      checkLiteral(
        scope,
        {
          argument: field.name.value,
          kind: "InputObject",
          name: type.name,
          node: value,
          expected: definition.type,
        },
        field.value,
        definition.type,
        here,
      );
    else {
      const message = `InputObject '${type.name}' doesn't accept argument '${field.name.value}'`;
      scope.errors.push(
        problem(field, here, message, {
          code: "argumentNotAccepted",
          name: type.name,
          typeName: "InputObject",
          argumentName: field.name.value,
        }),
      );
    }
  }
  for (const field of Object.values(fields)) {
    if (!isRequiredInputField(field) || value.fields.some((entry) => entry.name.value === field.name))
      continue;
    const message = `Argument '${field.name}' on InputObject '${type.name}' is required. Expected type ${String(field.type)}`;
    scope.errors.push(
      problem(value, [...path, field.name], message, {
        code: "missingRequiredInputObjectAttribute",
        argumentName: field.name,
        argumentType: String(field.type),
        inputObjectType: type.name,
      }),
    );
  }
}

function fits(scalar: string, { kind }: ValueNode): boolean {
  if (scalar === "Int") return kind === Kind.INT;
  if (scalar === "Float") return kind === Kind.INT || kind === Kind.FLOAT;
  if (scalar === "Boolean") return kind === Kind.BOOLEAN;
  if (scalar === "String") return kind === Kind.STRING;
  if (scalar === "ID") return kind === Kind.STRING || kind === Kind.INT;
  return kind !== Kind.OBJECT || scalar === "JSON";
}

function incompatible(
  scope: Scope,
  { argument, kind, name, node, expected }: Literal,
  value: ValueNode,
  path: DocumentPath,
): void {
  const message = `Argument '${argument}' on ${kind} '${name}' has an invalid value (${print(value)}). Expected type '${String(expected)}'.`;
  scope.errors.push(
    problem(node, path, message, {
      code: "argumentLiteralsIncompatible",
      typeName: kind,
      argumentName: argument,
    }),
  );
}
