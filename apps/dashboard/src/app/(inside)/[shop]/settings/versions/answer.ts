import type { PolicyChange } from "@kept/domain";
import { sayTo } from "../../../../../server/words.ts";
import { type ChangeInWords, inWords } from "./change-words.ts";
import type { Refused } from "./use-saving.ts";

/** What saving answers: what changed, or what stands in the way. */
export type Answer =
  | { readonly ok: true; readonly version: number; readonly changes: readonly ChangeInWords[] }
  | Refused;

type Saved =
  | { readonly ok: true; readonly value: { version: number; changes: PolicyChange[] } }
  | { readonly ok: false; readonly error: { readonly code: string } };

export function answerTo(saved: Saved): Answer {
  if (!saved.ok) return { ok: false, problem: sayTo(saved.error) };
  return { ok: true, version: saved.value.version, changes: inWords(saved.value.changes) };
}
