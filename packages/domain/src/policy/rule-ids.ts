import type { z } from "zod";

/** Names that mean something else where a rule's id would stand: the standing bonus, and "no rule spoke". */
const taken: readonly string[] = ["standing", "otherwise"];

/** Rules are named by their id in quotes and decisions for ever, so in one list none stands twice. */
export function idsDiffer(rules: readonly { readonly id: string }[], context: z.RefinementCtx): void {
  const ids = rules.map(({ id }) => id);
  reportRepeated("id", ids, context);
  for (const [index, id] of ids.entries()) {
    if (taken.includes(id))
      context.addIssue({ code: "custom", path: [index, "id"], message: `${id} is not free` });
  }
}

/** The same for reasons, whose keys stand with every return. */
export function keysDiffer(entries: readonly { readonly key: string }[], context: z.RefinementCtx): void {
  reportRepeated(
    "key",
    entries.map(({ key }) => key),
    context,
  );
}

function reportRepeated(field: string, names: readonly string[], context: z.RefinementCtx): void {
  for (const [index, name] of names.entries()) {
    if (names.indexOf(name) < index) {
      context.addIssue({ code: "custom", path: [index, field], message: `${name} is there twice` });
    }
  }
}
