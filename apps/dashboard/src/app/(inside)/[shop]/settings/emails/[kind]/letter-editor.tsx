"use client";
import type { LetterFact, LetterKind, Wording } from "@kept/domain";
import { useId, useState, useTransition } from "react";
import { Card } from "../../../../../../ui/card.tsx";
import { Notice } from "../../../../../../ui/notice.tsx";
import { Switch } from "../../../../../../ui/switch.tsx";
import { echo } from "../../../../../../ui/toast.tsx";
import { SaveBar } from "../../versions/save-bar.tsx";
import { type Answer, type LetterPreview as Preview, save, type TypedLetter } from "../actions.ts";
import type { Defaults } from "../defaults.ts";
import { LanguageChoice } from "./language-choice.tsx";
import { LetterPreview } from "./letter-preview.tsx";
import { useLetterPreview } from "./use-letter-preview.ts";
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
  const [typed, setTyped] = useState(saved);
  const [language, setLanguage] = useState(firstLanguage);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [busy, startSaving] = useTransition();
  const [shown, setShown] = useState(version);
  if (version !== shown) {
    setShown(version);
    setTyped(saved);
    if (!answer?.ok) setAnswer(null);
  }
  const wording: Wording = typed.wordings[language] ?? {};
  const preview = useLetterPreview(shop, { kind, language, wording }, firstPreview);
  const id = useId();
  const wrong = answer && !answer.ok ? (answer.fields ?? {}) : {};
  const changed = meaning(typed) !== meaning(saved);
  const change = (part: Partial<TypedLetter>) => {
    setTyped((before) => ({ ...before, ...part }));
    setAnswer(null);
  };
  const submit = () =>
    startSaving(async () => {
      const next = await save(shop, kind, version, typed).catch(
        (): Answer => ({ ok: false, problem: notReached }),
      );
      setAnswer(next);
      if (next.ok) echo("Saved");
    });
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy && changed) submit();
        }}
      >
        <fieldset disabled={!mayChange} className="grid gap-5">
          <legend className="sr-only">This e-mail</legend>
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
        </fieldset>
        {answer && !answer.ok && answer.problem && (
          <div className="mt-5">
            <Notice tone="risk" title={answer.problem} announced />
          </div>
        )}
        {mayChange && (
          <SaveBar
            changed={changed}
            busy={busy}
            wrong={Object.keys(wrong).length}
            undo={() => {
              setTyped(saved);
              setAnswer(null);
            }}
          />
        )}
      </form>
      <LetterPreview shop={shop} trial={{ kind, language, wording }} mayChange={mayChange} {...preview} />
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

const notReached = "Kept could not be reached. Nothing was saved; what you typed is still here.";
