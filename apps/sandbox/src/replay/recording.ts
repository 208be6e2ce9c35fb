import { bodyOf, isObject, type Json, textOf } from "./shapes.ts";
import { untrimmed } from "./untrimmed.ts";

/** One request of a recording and the answer it got. */
export interface Step {
  /** Where in the file it stands, e.g. `validations.zeroCredit`. */
  at: string;
  /** Absent in some recordings: then it is written again from the answer's shape. */
  query: string | undefined;
  /** Which of several operations in the document. */
  operationName?: string;
  variables: Record<string, unknown>;
  /** The whole body that came back. */
  expected: { data?: unknown; errors?: unknown; extensions?: { cost?: Record<string, unknown> } };
  /** Where it was sent to another version than the rest. */
  apiVersion: string | undefined;
}

export interface Recording {
  apiVersion: string;
  /** `some-shop.myshopify.com`, where the file says whose shop it was. */
  shopDomain: string | undefined;
  /** When it was made, where the file says so. */
  madeAt: Date | undefined;
  steps: Step[];
  /** Reads made beforehand: what the shop looked like when the story began. */
  prior: Step[];
}

/** Documents kept in files of their own, by the path a recording gives. */
export type Documents = (path: string) => string | undefined;

/** What a step may have from the objects it stands in. */
interface Shared {
  variables: Json | undefined;
  text: string | undefined;
}

const nothingShared: Shared = { variables: undefined, text: undefined };

/** Reads a recording of any of the known shapes. `fileName` tells the version where the file itself does not. */
export function readRecording(
  fileName: string,
  content: unknown,
  documents: Documents = () => undefined,
): Recording {
  const file = isObject(content) ? content : { story: content };
  const { upstreamCalls, setup, cleanup, preCleanup, ...story } = file;
  const version = file.apiVersion ?? /(?:^|\/)(20\d\d-(?:0[147]|10))\b/.exec(fileName)?.[1] ?? "2026-10";
  const shared = sharedIn(story, nothingShared, documents);
  const read = (value: unknown, at: string, from: Shared) => stepsIn(value, at, from, documents);
  const before = read(setup, "setup", shared);
  const steps = [
    ...read(preCleanup, "preCleanup", nothingShared),
    ...before.filter((step) => !tidiesUp(step)),
    ...read(story, "", shared),
    ...before.filter(tidiesUp),
    ...read(cleanup, "cleanup", nothingShared),
  ];
  return {
    apiVersion: String(version),
    shopDomain: typeof file.storeDomain === "string" ? file.storeDomain : undefined,
    madeAt: madeAt(file),
    steps: inTimeOrder(toldOnce(steps)),
    prior: read(upstreamCalls, "upstreamCalls", nothingShared),
  };
}

function madeAt({ capturedAt, metadata }: Json): Date | undefined {
  const told = [capturedAt, isObject(metadata) ? metadata.capturedAt : undefined].find(
    (entry) => typeof entry === "string" && !Number.isNaN(Date.parse(entry)),
  );
  return told === undefined ? undefined : new Date(String(told));
}

function stepsIn(value: unknown, at: string, shared: Shared, documents: Documents): Step[] {
  if (Array.isArray(value))
    return value.flatMap((entry, index) => stepsIn(entry, `${at}[${index}]`, nothingShared, documents));
  if (!isObject(value)) return [];
  const own = textOf(value, documents);
  const body =
    bodyOf(value.response) ?? bodyOf(value.result) ?? (own || at === "" ? bodyOf(value) : undefined);
  const inherited = sharedIn(value, shared, documents);
  const within = (entries: Json) =>
    Object.entries(entries).flatMap(([name, entry]) =>
      stepsIn(entry, at === "" ? name : `${at}.${name}`, inherited, documents),
    );
  if (!body) return within(value);
  const step = stepOf(value, at, shared, body, documents);
  if (own) return [step];
  // An answer without a question may stand beside whole steps: what it was set up by, what was read after it or, for a
  // whole file, before.
  const { response: _response, result: _result, setup, ...besides } = value;
  const first = within(at === "" ? { setup, ...besides } : { setup });
  return [...first, step, ...(at === "" ? [] : within(besides))];
}

/** Some files keep what was taken away afterwards beside what was put there before. */
function tidiesUp({ at }: Step): boolean {
  return /(^|\.)(cleanup|teardown)/i.test(at);
}

/**
 * Nothing is taken away twice, and nothing new comes of the same request twice under the same id: where a file tells it
 * again under another name, it happened once. Only a request with a key is answered with what was there before.
 */
function toldOnce(steps: readonly Step[]): Step[] {
  const seen = new Set<string>();
  return steps.filter((step) => {
    const event = eventIn(step);
    if (event === undefined) return true;
    const first = !seen.has(event);
    seen.add(event);
    return first;
  });
}

function eventIn(step: Step): string | undefined {
  const answer = JSON.stringify(step.expected.data ?? null);
  const gone = /"deleted\w*Id":"([^"]+)"/.exec(answer)?.[1];
  if (gone !== undefined) return gone;
  const asked = JSON.stringify(step.variables);
  const isNew = /\bmutation\b/.test(step.query ?? "") && gidsIn(answer).some((id) => !asked.includes(id));
  return isNew && !step.query?.includes("@idempotent") ? `${asked} ${answer}` : undefined;
}

/** A file need not tell things in the order they happened: what uses a new record came after it was made. */
function inTimeOrder(steps: readonly Step[]): Step[] {
  const makers = new Map<string, Step>();
  for (const step of steps) for (const id of madeBy(step)) if (!makers.has(id)) makers.set(id, step);
  const after = new Map<Step, Step[]>();
  const early = new Set<Step>();
  for (const [index, step] of steps.entries()) {
    const makes = gidsIn(JSON.stringify(step.variables)).flatMap((id) => makers.get(id) ?? []);
    const last = Math.max(-1, ...makes.map((maker) => steps.indexOf(maker)));
    const maker = steps[last];
    if (last <= index || !maker) continue;
    early.add(step);
    after.set(maker, [...(after.get(maker) ?? []), step]);
  }
  const told = (step: Step): Step[] => [step, ...(after.get(step) ?? []).flatMap(told)];
  return steps.filter((step) => !early.has(step)).flatMap(told);
}

/** The ids that are new with the answer of a mutation that makes something. */
function madeBy({ variables, expected }: Step): string[] {
  const asked = JSON.stringify(variables);
  return Object.entries(isObject(expected.data) ? expected.data : {})
    .filter(([name]) => /Create$|ApproveRequest$|^returnRequest$/.test(name))
    .flatMap(([, payload]) => gidsIn(JSON.stringify(payload ?? null)))
    .filter((id) => !asked.includes(id));
}

function gidsIn(text: string): string[] {
  return text.match(/gid:\/\/shopify\/[A-Za-z]+\/\d+/g) ?? [];
}

/** Variables hold for everything below; a document only for the one answer that stands beside it. */
function sharedIn(value: Json, shared: Shared, documents: Documents): Shared {
  return {
    variables: [value.variables, value.proxyVariables].find(isObject) ?? shared.variables,
    text: textOf(value, documents),
  };
}

function stepOf(
  value: Json,
  at: string,
  shared: Shared,
  expected: Step["expected"],
  documents: Documents,
): Step {
  const request = isObject(value.request) ? value.request : value;
  const besides = /(^|\.)(mutation|query|read)$/.test(at) ? shared.text : undefined;
  const text = textOf(value, documents) ?? besides;
  const version = [
    value.apiVersion,
    request.apiVersion,
    /(20\d\d)(0[147]|10)$/.exec(at)?.slice(1).join("-"),
  ].find((entry) => typeof entry === "string");
  return {
    at,
    query: text === undefined ? undefined : untrimmed(text),
    ...(typeof request.operationName === "string" && severalIn(text)
      ? { operationName: request.operationName }
      : {}),
    variables: [request.variables, request.proxyVariables, shared.variables].find(isObject) ?? {},
    expected,
    apiVersion: version as string | undefined,
  };
}

/** Only then does the name choose; elsewhere recordings keep names of their own there. */
function severalIn(text: string | undefined): boolean {
  return (text?.match(/^\s*(query|mutation)\b/gm)?.length ?? 0) > 1;
}
