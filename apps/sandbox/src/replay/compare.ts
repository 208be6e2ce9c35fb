import { isObject } from "./shapes.ts";

export interface Difference {
  path: string;
  expected: unknown;
  got: unknown;
}

export interface Comparison {
  matched: number;
  differences: Difference[];
}

/** What stands for what: recorded ids and names on the left, this run's on the right. */
export type Translation = Map<string, string>;

const timestamp = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;
const gidPattern = /^gid:\/\/[^/]+\/([A-Za-z]+)\//;
const namePattern = /^#\d+(-[A-Z]\d+)?$/;
/** What a sentence may name: an order, a gid, or the number it ends in. */
const named = /#\d+|gid:\/\/shopify\/[A-Za-z]+\/\d+|\b\d{9,}\b/g;

/**
 * Compares two answers leaf by leaf. Ids and order names must stand for the same thing throughout; instants and cursors
 * only have to be there.
 */
export function compare(expected: unknown, got: unknown, translation: Translation, path = ""): Comparison {
  if (Array.isArray(expected)) {
    if (!Array.isArray(got) || got.length !== expected.length) return differs(path, expected, got);
    const here = inOrder(got, path);
    return merge(
      inOrder(expected, path).map((entry, index) =>
        compare(entry, here[index], translation, `${path}[${index}]`),
      ),
    );
  }
  if (isObject(expected)) {
    if (!isObject(got)) return differs(path, expected, got);
    const names = new Set([...Object.keys(expected), ...Object.keys(got)]);
    return merge(
      [...names].map((name) =>
        compare(expected[name], got[name], translation, path === "" ? name : `${path}.${name}`),
      ),
    );
  }
  return same(expected, got, translation, path)
    ? { matched: 1, differences: [] }
    : differs(path, expected, got);
}

/** The published schema lists a type's own fields by name, the server as they were written: that is no difference. */
function inOrder(list: readonly unknown[], path: string): readonly unknown[] {
  if (!/(^|\.)(inputFields|fields|enumValues|args)$/.test(path)) return list;
  const name = (entry: unknown) => (isObject(entry) ? String(entry.name) : "");
  return [...list].sort((a, b) => (name(a) < name(b) ? -1 : 1));
}

/** Replaces everything recorded by what it is called here. */
export function translate(value: unknown, translation: Translation): unknown {
  if (Array.isArray(value)) return value.map((entry) => translate(entry, translation));
  if (isObject(value))
    return Object.fromEntries(
      Object.entries(value).map(([name, entry]) => [name, translate(entry, translation)]),
    );
  if (typeof value !== "string") return value;
  const direct = translation.get(value);
  if (direct !== undefined) return direct;
  return value.replace(named, (name) => translation.get(name) ?? name);
}

function same(expected: unknown, got: unknown, translation: Translation, path: string): boolean {
  if (expected === got) return true;
  if (typeof expected !== "string" || typeof got !== "string") return false;
  if (timestamp.test(expected)) return timestamp.test(got);
  if (/^\[redacted/.test(expected)) {
    translation.set(expected, got);
    return got.length > 0;
  }
  if (/[lL]egacyResourceId$/.test(path)) return /^\d+$/.test(got);
  if (/(start|end)?[cC]ursor$/.test(path)) {
    translation.set(expected, got);
    return got.length > 0;
  }
  const kind = gidPattern.exec(expected)?.[1];
  if (kind === "Job") {
    // Which requests share a background job is a matter of moments.
    translation.set(expected, got);
    return gidPattern.exec(got)?.[1] === "Job";
  }
  if (kind !== undefined || namePattern.test(expected)) {
    if (kind !== undefined && gidPattern.exec(got)?.[1] !== kind) return false;
    const known = translation.get(expected);
    if (known === undefined) standsFor(expected, got, translation);
    return known === undefined || known === got;
  }
  return inAnyOrder(String(translate(expected, translation))) === inAnyOrder(got);
}

function standsFor(expected: string, got: string, translation: Translation): void {
  translation.set(expected, got);
  const [number, here] = [expected, got].map((id) => /\/(\d{9,})$/.exec(id)?.[1]);
  if (number !== undefined && here !== undefined) translation.set(number, here);
}

/** An enum's values are told as they were written, which the published schema does not keep. */
function inAnyOrder(sentence: string): string {
  return sentence.replace(/(?<= to be one of: )[A-Z0-9_, ]+/g, (values) =>
    values.split(", ").sort().join(", "),
  );
}

function differs(path: string, expected: unknown, got: unknown): Comparison {
  return { matched: 0, differences: [{ path, expected, got }] };
}

function merge(parts: Comparison[]): Comparison {
  return {
    matched: parts.reduce((sum, part) => sum + part.matched, 0),
    differences: parts.flatMap((part) => part.differences),
  };
}
