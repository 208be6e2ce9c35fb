import type { z } from "zod";
import type { FieldError } from "./problem.ts";

type Issue = z.ZodError["issues"][number];

/**
 * What is wrong with what was sent, in words that do not repeat what was sent. One thing a field: of several the last
 * is said, because the narrower limit is asked after the wider one.
 */
export function fieldErrors(error: z.ZodError, sent: unknown): FieldError[] {
  const said = error.issues.flatMap((issue) => errorsOf(issue, sent));
  return [...new Map(said.map((each) => [each.pointer, each])).values()];
}

function errorsOf(issue: Issue, sent: unknown): FieldError[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      pointer: pointerTo([...issue.path, key]),
      detail: "There is no such field.",
    }));
  return [{ pointer: pointerTo(issue.path), detail: say(issue, sent) }];
}

/** RFC 6901, as the fragment of a URI: ["lines", 0, "a/b"] is "#/lines/0/a~1b". */
export function pointerTo(path: readonly PropertyKey[]): string {
  const parts = path.map((part) =>
    encodeURIComponent(String(part).replaceAll("~", "~0").replaceAll("/", "~1")),
  );
  return ["#", ...parts].join("/");
}

function say(issue: Issue, sent: unknown): string {
  switch (issue.code) {
    case "invalid_type":
      return valueAt(sent, issue.path) === undefined
        ? "This field is missing."
        : `This must be ${kinds(issue)}.`;
    case "invalid_value":
      return `This must be one of ${issue.values.map((value) => `"${String(value)}"`).join(", ")}.`;
    case "too_small":
      return `This must ${measure(issue.origin)} at least ${issue.minimum}.`;
    case "too_big":
      return `This must ${measure(issue.origin)} at most ${issue.maximum}.`;
    default:
      return issue.message;
  }
}

function kinds({ expected }: Extract<Issue, { code: "invalid_type" }>): string {
  return expected === "int"
    ? "a whole number"
    : /^[aeiou]/.test(expected)
      ? `an ${expected}`
      : `a ${expected}`;
}

/** Numbers are; what has a length has. */
function measure(origin: string): string {
  if (origin === "string") return "have a length of";
  return origin === "array" ? "have a count of" : "be";
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, part) =>
      typeof at === "object" && at !== null ? (at as Record<PropertyKey, unknown>)[part] : undefined,
    value,
  );
}
