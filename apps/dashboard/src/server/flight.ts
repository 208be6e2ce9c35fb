/**
 * What our pages put into the body of an action's call, as React writes it: the arguments in the field "0" as JSON, in
 * which a "$" at a text's beginning stands for something else. Our pages send plain values, dates and forms; whatever
 * else React could read (references to functions, streams, promises, typed arrays) nobody of ours ever sends.
 */
const mostArguments = 20;
const deepest = 40;

/** Whether a body is the arguments of an action as our scripts send them. */
export function isCall(body: string | FormData): boolean {
  const chunks = new Map<string, unknown>();
  const names = typeof body === "string" ? ["0"] : [...body.keys()];
  for (const name of new Set(names)) {
    if (/^_[0-9a-f]+_/.test(name)) continue;
    if (!/^[0-9a-f]{1,4}$/.test(name)) return false;
    const values = typeof body === "string" ? [body] : body.getAll(name);
    const model = values.length === 1 && typeof values[0] === "string" ? parsed(values[0]) : undefined;
    if (model === undefined) return false;
    chunks.set(name, model);
  }
  const root = chunks.get("0");
  if (!Array.isArray(root) || root.length > mostArguments) return false;
  return [...chunks.values()].every((model) => isPlain(model, chunks));
}

/** Whether a body is a form that was sent before its script was there: it names one action, and what is bound to it. */
export function isFormOfAction(body: FormData): boolean {
  const ours = [...body.keys()].filter((name) => name.startsWith("$ACTION_"));
  const actions = ours.filter((name) => /^\$ACTION_(ID|REF)_/.test(name));
  const [action = ""] = actions;
  if (actions.length !== 1) return false;
  if (/^\$ACTION_ID_[0-9a-f]{40,64}$/.test(action)) return ours.length === 1;
  const number = /^\$ACTION_REF_(\d{1,4})$/.exec(action)?.[1];
  if (number === undefined) return false;
  const prefix = `$ACTION_${number}:`;
  const chunks = new Map<string, unknown>();
  for (const name of ours) {
    if (name === action || name === "$ACTION_KEY") continue;
    const value = body.getAll(name);
    const model = value.length === 1 && typeof value[0] === "string" ? parsed(value[0]) : undefined;
    if (!name.startsWith(prefix) || !/^[0-9a-f]{1,4}$/.test(name.slice(prefix.length)) || model === undefined)
      return false;
    chunks.set(name.slice(prefix.length), model);
  }
  return namesAction(chunks) && [...chunks].every(([name, model]) => name === "0" || isPlain(model, chunks));
}

function namesAction(chunks: ReadonlyMap<string, unknown>): boolean {
  const head = chunks.get("0");
  if (typeof head !== "object" || head === null) return false;
  const { id, bound, ...rest } = head as Record<string, unknown>;
  const bindings = typeof bound === "string" ? chunks.get(/^\$@([0-9a-f]{1,4})$/.exec(bound)?.[1] ?? "") : [];
  const known = typeof id === "string" && /^[0-9a-f]{40,64}$/.test(id);
  const fits = Array.isArray(bindings) && bindings.length <= mostArguments;
  return known && fits && Object.keys(rest).length === 0 && (bound === null || typeof bound === "string");
}

function isPlain(value: unknown, chunks: ReadonlyMap<string, unknown>, depth = 0): boolean {
  if (depth > deepest) return false;
  if (typeof value === "string") return !value.startsWith("$") || standsForSomething(value, chunks);
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(
    ([key, part]) => key !== "__proto__" && key !== "then" && isPlain(part, chunks, depth + 1),
  );
}

/** Escaped texts, nothing, numbers JSON has no word for, dates, forms; and what stands elsewhere in the same arguments. */
function standsForSomething(text: string, chunks: ReadonlyMap<string, unknown>): boolean {
  if (/^\$(\$|undefined$|NaN$|-?Infinity$|-0$|K[0-9a-f]{1,4}$)/.test(text)) return true;
  if (text.startsWith("$D")) return !Number.isNaN(Date.parse(text.slice(2)));
  const [chunk, ...path] = text.slice(1).split(":");
  let at = chunks.get(chunk ?? "");
  for (const key of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return false;
    at = (at as Record<string, unknown>)[key];
  }
  return typeof at === "object" && at !== null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
