"use client";
import type { LetterFact, Wording } from "@kept/domain";
import { useRef } from "react";
import { describedBy, Field } from "../../../../../../ui/field.tsx";
import { Input, Textarea } from "../../../../../../ui/input.tsx";
import type { Defaults } from "../defaults.ts";
import { letterPartWords } from "../letter-words.ts";
import { FactMenu } from "./fact-menu.tsx";

interface Props {
  language: string;
  wording: Wording;
  standard: Defaults[string] | undefined;
  facts: readonly LetterFact[];
  wrong: Readonly<Record<string, string>>;
  change(part: Partial<Wording>): void;
}

type Part = keyof Wording;

const parts: readonly { part: Part; hint?: string; long?: boolean }[] = [
  { part: "subject" },
  { part: "headline" },
  {
    part: "message",
    hint: "Stands after the greeting. A blank line begins a paragraph.",
    long: true,
  },
  { part: "closing", hint: "Stands after the button. Empty: nothing.", long: true },
];

/** The parts a shop may say itself. An empty field shows what Kept says there. */
export function WordingFields({ language, wording, standard, facts, wrong, change }: Props) {
  const fields = useRef(new Map<Part, HTMLInputElement | HTMLTextAreaElement>());
  const last = useRef<Part>("message");
  const insert = (fact: LetterFact) => {
    const field = fields.current.get(last.current);
    const text = wording[last.current] ?? "";
    const at = field?.selectionStart ?? text.length;
    const mark = `{{${fact}}}`;
    change({ [last.current]: text.slice(0, at) + mark + text.slice(field?.selectionEnd ?? at) });
    requestAnimationFrame(() => {
      field?.focus();
      field?.setSelectionRange(at + mark.length, at + mark.length);
    });
  };
  return (
    <div className="grid gap-4">
      <p className="text-sm text-ink-2">
        What you leave empty stays as Kept writes it. Amounts, dates, a reason or message of yours and the
        button are always part of the e-mail.
      </p>
      {parts.map(({ part, hint, long }) => {
        const id = `letter-${part}`;
        const error = wrong[`${language}.${part}`];
        const shared = {
          id,
          lang: language,
          dir: "auto" as const,
          value: wording[part] ?? "",
          placeholder: part === "closing" ? "" : standard?.[part],
          onFocus: () => {
            last.current = part;
          },
          ...describedBy(id, { hint, error }),
        };
        const hold = (field: HTMLInputElement | HTMLTextAreaElement | null) => {
          if (field) fields.current.set(part, field);
        };
        return (
          <Field key={part} id={id} label={letterPartWords[part]} hint={hint} error={error}>
            {long ? (
              <Textarea
                {...shared}
                ref={hold}
                rows={part === "message" ? 5 : 3}
                onChange={(event) => change({ [part]: event.target.value })}
              />
            ) : (
              <Input {...shared} ref={hold} onChange={(event) => change({ [part]: event.target.value })} />
            )}
          </Field>
        );
      })}
      <FactMenu facts={facts} insert={insert} />
    </div>
  );
}
