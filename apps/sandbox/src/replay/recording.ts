/** One request of a recording and the answer it got. */
export interface Step {
  /** Where in the file it stands, e.g. `validations.zeroCredit`. */
  at: string;
  /** Absent in some recordings: then it is written again from the answer's shape. */
  query: string | undefined;
  variables: Record<string, unknown>;
  /** The whole body that came back. */
  expected: { data?: unknown; errors?: unknown; extensions?: { cost?: Record<string, unknown> } };
  /** Where it was sent to another version than the rest. */
  apiVersion: string | undefined;
}

export interface Recording {
  apiVersion: string;
  steps: Step[];
  /** Reads made beforehand: what the shop looked like when the story began. */
  prior: Step[];
}

type Json = Record<string, unknown>;

/** Reads a recording of any of the known shapes. `fileName` tells the version where the file itself does not. */
export function readRecording(fileName: string, content: unknown): Recording {
  const { upstreamCalls, setup, cleanup, ...story } = content as Json;
  const version = (content as Json).apiVersion ?? /^(\d{4}-\d{2})/.exec(fileName)?.[1] ?? "2026-10";
  const shared = isObject(story.variables) ? story.variables : undefined;
  const steps = [
    ...stepsIn(setup, "setup", shared),
    ...stepsIn(story, "", shared),
    ...stepsIn(cleanup, "cleanup", undefined),
  ];
  return { apiVersion: String(version), steps, prior: stepsIn(upstreamCalls, "upstreamCalls", undefined) };
}

function stepsIn(value: unknown, at: string, shared: Json | undefined): Step[] {
  if (Array.isArray(value))
    return value.flatMap((entry, index) => stepsIn(entry, `${at}[${index}]`, undefined));
  if (!isObject(value)) return [];
  const body = bodyOf(value.response) ?? bodyOf(value.result) ?? (hasText(value) ? bodyOf(value) : undefined);
  if (body) return [stepOf(value, at, shared, body)];
  const inherited = isObject(value.variables) ? value.variables : shared;
  return Object.entries(value).flatMap(([name, entry]) =>
    stepsIn(entry, at === "" ? name : `${at}.${name}`, inherited),
  );
}

function stepOf(value: Json, at: string, shared: Json | undefined, expected: Step["expected"]): Step {
  const request = isObject(value.request) ? value.request : value;
  const text = [request.query, request.document, request.mutation].find((entry) => typeof entry === "string");
  const version = [
    value.apiVersion,
    request.apiVersion,
    /(20\d\d)(0[147]|10)$/.exec(at)?.slice(1).join("-"),
  ].find((entry) => typeof entry === "string");
  return {
    at,
    query: text as string | undefined,
    variables: isObject(request.variables) ? request.variables : (shared ?? {}),
    expected,
    apiVersion: version as string | undefined,
  };
}

function hasText(value: Json): boolean {
  return typeof value.query === "string" || typeof value.document === "string";
}

function bodyOf(response: unknown): Step["expected"] | undefined {
  if (!isObject(response)) return undefined;
  const body = [response.payload, response.body, response].find(
    (entry) => isObject(entry) && ("data" in entry || "errors" in entry),
  );
  return body as Step["expected"] | undefined;
}

export function isObject(value: unknown): value is Json {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
