import type { FormState } from "./form-state.ts";
import { Notice } from "./notice.tsx";

/** What went wrong with the whole of a form, announced when it appears. Stands before its buttons. */
export function Problem({ of: { problem } }: { of: FormState }) {
  return problem && <Notice tone="risk" title={problem} announced />;
}
