import { z } from "zod";
import { keysDiffer } from "./rule-ids.ts";

/** Words per language, "en" to text; languages are BCP 47 tags. */
const wordsSchema = z.record(
  z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  z.string().min(1).max(120),
);

const subReasonSchema = z.strictObject({ key: z.string().min(1).max(64), words: wordsSchema });

export const reasonSchema = z.strictObject({
  key: z.string().min(1).max(64),
  words: wordsSchema,
  photo: z.enum(["never", "optional", "required"]).default("never"),
  note: z.enum(["optional", "required"]).default("optional"),
  subReasons: z.array(subReasonSchema).max(20).default([]),
});

export const reasonsSchema = z.array(reasonSchema).min(1).max(40).superRefine(keysDiffer);

export type Reason = z.output<typeof reasonSchema>;

/** The reason in a language: the exact tag, its language alone, English, or else any words there are. */
export function reasonWords(reason: Pick<Reason, "key" | "words">, locale: string): string {
  const { words } = reason;
  const language = locale.split("-")[0] ?? locale;
  return words[locale] ?? words[language] ?? words.en ?? Object.values(words)[0] ?? reason.key;
}

/** The words for a reason's code, also for a more exact one ("damaged/in_transit"); the code itself when nobody knows it. */
export function reasonLabel(reasons: readonly Reason[], code: string, locale: string): string {
  const [key, sub] = code.split("/");
  const reason = reasons.find((each) => each.key === key);
  if (!reason) return code;
  const exact = reason.subReasons.find((each) => each.key === sub);
  const label = reasonWords(reason, locale);
  return exact ? `${label}: ${reasonWords(exact, locale)}` : label;
}

/** Whether a list names a reason. "damaged" also names its sub-reason "damaged/in_transit". */
export function namesReason(names: readonly string[], reason: string | null): boolean {
  if (reason === null) return false;
  return names.includes(reason) || names.includes(reason.split("/")[0] ?? reason);
}
