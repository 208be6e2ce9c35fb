"use client";
import { describedBy, Field } from "../../../../../ui/field.tsx";
import { Input, Textarea } from "../../../../../ui/input.tsx";
import type { TypedBrand, WordPart } from "./brand-form.ts";
import { partWords } from "./brand-words.ts";

type Words = NonNullable<TypedBrand["words"][string]>;

interface Props {
  language: string;
  words: Words;
  wrong: Readonly<Record<string, string>>;
  change(part: Words): void;
}

const parts: readonly { part: WordPart; hint: string; long?: boolean }[] = [
  { part: "welcome", hint: "Instead of “Start a return”." },
  { part: "lead", hint: "What a customer needs at hand.", long: true },
  { part: "banner", hint: "On every page. Empty: no line." },
  {
    part: "next",
    hint: "On the customer's return page until you have received them: where to send them, and how.",
    long: true,
  },
];

/** What a shop says itself in one language. Plain text; an empty field leaves the portal's own words. */
export function WordsFields({ language, words, wrong, change }: Props) {
  return (
    <div className="grid gap-4">
      {parts.map(({ part, hint, long }) => {
        const id = `brand-${part}`;
        const error = wrong[`${language}.${part}`];
        const shared = {
          id,
          lang: language,
          dir: "auto" as const,
          value: words[part] ?? "",
          ...describedBy(id, { hint, error }),
        };
        return (
          <Field key={part} id={id} label={partWords[part]} hint={hint} error={error}>
            {long ? (
              <Textarea {...shared} rows={3} onChange={(event) => change({ [part]: event.target.value })} />
            ) : (
              <Input {...shared} onChange={(event) => change({ [part]: event.target.value })} />
            )}
          </Field>
        );
      })}
    </div>
  );
}
