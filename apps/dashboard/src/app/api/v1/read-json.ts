import type { z } from "zod";
import { bodyOf } from "../../../server/body.ts";
import { fieldErrors } from "./field-errors.ts";
import type { ProblemAnswer } from "./problem.ts";

type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: ProblemAnswer };

/** Bytes. The largest request there can be, 250 lines with everything filled in, has less than half of it. */
export const mostBytes = 131_072;

/** Reads a body of JSON and holds it to a schema. */
export async function readJson<S extends z.ZodType>(request: Request, schema: S): Promise<Read<z.output<S>>> {
  if (!isJson(request.headers.get("content-type")))
    return no({ kind: "not-supported", detail: "Send the request as application/json, in UTF-8." });
  const bytes = await bodyOf(request, mostBytes);
  if (!bytes) return no({ kind: "too-large", detail: `Send at most ${mostBytes} bytes.` });
  const json = parsed(bytes);
  if (!json) return no({ kind: "not-json", detail: "The body could not be read as JSON in UTF-8." });
  const read = schema.safeParse(json.value);
  if (read.success) return { ok: true, value: read.data };
  const errors = fieldErrors(read.error, json.value);
  return no({ kind: "invalid", detail: "Some fields are missing or wrong; `errors` names each.", errors });
}

function no(problem: ProblemAnswer): { ok: false; problem: ProblemAnswer } {
  return { ok: false, problem };
}

function isJson(contentType: string | null): boolean {
  return /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(contentType?.trim() ?? "");
}

function parsed(bytes: Buffer): { value: unknown } | null {
  try {
    return { value: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) };
  } catch {
    return null;
  }
}
