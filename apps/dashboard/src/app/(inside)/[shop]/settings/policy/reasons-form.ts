import type { Policy } from "@kept/domain";
import type { Fields } from "../rules/reading.ts";

type Reason = Policy["reasons"][number];

/** A reason as it is typed. Words in other languages than English stay as they are. */
export interface TypedReason {
  /** Stands with every return for ever; made from the words when the reason is new. */
  readonly key: string;
  readonly label: string;
  readonly photo: Reason["photo"];
  readonly note: Reason["note"];
  /** One a line. */
  readonly subReasons: string;
}

export function typedReasons(reasons: readonly Reason[]): TypedReason[] {
  return reasons.map(({ key, words, photo, note, subReasons }) => ({
    key,
    label: english(words, key),
    photo,
    note,
    subReasons: subReasons.map((sub) => english(sub.words, sub.key)).join("\n"),
  }));
}

export function reasonsFrom(
  typed: readonly TypedReason[],
  before: readonly Reason[],
  fields: Fields,
): Reason[] {
  if (typed.length === 0) fields.reasons = "Customers need at least one reason to choose.";
  const taken = new Set(typed.map(({ key }) => key).filter(Boolean));
  return typed.map((reason, index) => {
    const label = reason.label.trim();
    if (label === "") fields[`reasons.${index}.label`] = "Say the reason in a few words.";
    const known = before.find(({ key }) => key === reason.key);
    const key = reason.key || newKey(label, taken);
    return {
      key,
      words: { ...known?.words, en: label || key },
      photo: reason.photo,
      note: reason.note,
      subReasons: subReasonsFrom(reason.subReasons, known, `reasons.${index}.subReasons`, fields),
    };
  });
}

/** A line that says what it said before keeps its key and its other languages. */
function subReasonsFrom(
  text: string,
  known: Reason | undefined,
  at: string,
  fields: Fields,
): Reason["subReasons"] {
  const lines = [...new Set(text.split("\n").map((line) => line.trim()))].filter((line) => line !== "");
  if (lines.length > 20) fields[at] = "Keep it to 20 lines.";
  if (lines.some((line) => line.length > 120)) fields[at] = "Keep each line under 120 characters.";
  const taken = new Set(known?.subReasons.map(({ key }) => key));
  return lines.map(
    (line) =>
      known?.subReasons.find(({ key, words }) => english(words, key) === line) ?? {
        key: newKey(line, taken),
        words: { en: line },
      },
  );
}

function english(words: Reason["words"], key: string): string {
  return words.en ?? Object.values(words)[0] ?? key;
}

/** "Does not fit" becomes does_not_fit, and does_not_fit_2 where that is taken. */
function newKey(label: string, taken: Set<string>): string {
  const base =
    label
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "_")
      .replaceAll(/^_+|_+$/g, "")
      .slice(0, 50) || "reason";
  let key = base;
  for (let number = 2; taken.has(key); number += 1) key = `${base}_${number}`;
  taken.add(key);
  return key;
}
