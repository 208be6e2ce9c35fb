"use client";
import type { LetterFact, LetterKind, Wording } from "@kept/domain";
import { useId, useState } from "react";
import { Card } from "../../../../../../ui/card.tsx";
import { Switch } from "../../../../../../ui/switch.tsx";
import { useLatest } from "../../../../../../ui/use-latest.ts";
import { EditorForm } from "../../versions/editor-form.tsx";
import { useSaving } from "../../versions/use-saving.ts";
import { type LetterPreview as Preview, preview, save, type TypedLetter } from "../actions.ts";
import type { Defaults } from "../defaults.ts";
import { LanguageChoice } from "./language-choice.tsx";
import { LetterPreview } from "./letter-preview.tsx";
import { WordingFields } from "./wording-fields.tsx";

interface Props {
  shop: string;
  kind: LetterKind;
  saved: TypedLetter;
  version: number;
  defaults: Defaults;
  facts: readonly LetterFact[];
  firstLanguage: string;
  firstPreview: Preview;
  mayChange: boolean;
}

/** Switch and words of one e-mail, and beside them what customers get. Nothing counts until it is saved. */
export function LetterEditor(props: Props) {
  const { shop, kind, saved, version, defaults, facts, firstLanguage, firstPreview, mayChange } = props;
  const [language, setLanguage] = useState(firstLanguage);
  const saving = useSaving({
    saved,
    version,
    meaning,
    save: (typed: TypedLetter) => save(shop, kind, version, typed),
  });
  const { typed, wrong, change } = saving;
  const wording: Wording = typed.wordings[language] ?? {};
  const trial = { kind, language, wording };
  const { answer: shown, stale } = useLatest(trial, firstPreview, (asked) => preview(shop, asked));
  const id = useId();
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <EditorForm saving={saving} legend="This e-mail" mayChange={mayChange}>
        <Card>
          <div className="flex items-start justify-between gap-6">
            <div>
              <label htmlFor={`${id}-on`} className="font-medium">
                Send this e-mail
              </label>
              <p className="mt-0.5 text-sm text-ink-2">
                While it is off, nobody gets it, and the return's history says so.
              </p>
            </div>
            <Switch
              id={`${id}-on`}
              checked={typed.enabled}
              onChange={(event) => change({ enabled: event.target.checked })}
            />
          </div>
        </Card>
        <Card
          title="Words"
          aside={
            <LanguageChoice
              languages={Object.keys(defaults)}
              own={Object.keys(typed.wordings)}
              language={language}
              choose={setLanguage}
            />
          }
        >
          <WordingFields
            key={language}
            language={language}
            wording={wording}
            standard={defaults[language]}
            facts={facts}
            wrong={wrong}
            change={(part) =>
              change({ wordings: { ...typed.wordings, [language]: { ...wording, ...part } } })
            }
          />
        </Card>
      </EditorForm>
      <LetterPreview shop={shop} trial={trial} mayChange={mayChange} shown={shown} stale={stale} />
    </div>
  );
}

/** What would be saved: an empty field is no word of the shop's own. */
function meaning({ enabled, wordings }: TypedLetter): string {
  const own = Object.entries(wordings)
    .map(
      ([code, parts]) =>
        [
          code,
          Object.entries(parts)
            .filter(([, text]) => text?.trim())
            .sort(),
        ] as const,
    )
    .filter(([, parts]) => parts.length > 0)
    .sort();
  return JSON.stringify({ enabled, own });
}
