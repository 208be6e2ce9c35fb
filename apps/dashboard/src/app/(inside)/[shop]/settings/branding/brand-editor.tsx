"use client";
import { useState, useTransition } from "react";
import { Card } from "../../../../../ui/card.tsx";
import { Notice } from "../../../../../ui/notice.tsx";
import { echo } from "../../../../../ui/toast.tsx";
import { LanguageChoice } from "../emails/[kind]/language-choice.tsx";
import { SaveBar } from "../versions/save-bar.tsx";
import { type Answer, save } from "./actions.ts";
import { meaningOf, type TypedBrand } from "./brand-form.ts";
import { LooksFields } from "./looks-fields.tsx";
import { PortalPreview } from "./portal-preview.tsx";
import type { BrandPreview } from "./preview.ts";
import { useBrandPreview } from "./use-brand-preview.ts";
import { WordsFields } from "./words-fields.tsx";

interface Props {
  shop: string;
  name: string;
  portal: string;
  saved: TypedBrand;
  firstPreview: BrandPreview;
  languages: readonly string[];
  firstLanguage: string;
  mayChange: boolean;
}

/** Looks and words, and beside them the portal wearing them. Nothing counts until it is saved. */
export function BrandEditor(props: Props) {
  const { shop, name, portal, saved, firstPreview, languages, firstLanguage, mayChange } = props;
  const [typed, setTyped] = useState(saved);
  const [language, setLanguage] = useState(firstLanguage);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [busy, startSaving] = useTransition();
  const { shown } = useBrandPreview(shop, typed, firstPreview);
  const changed = meaningOf(typed) !== meaningOf(saved);
  const wrong = answer && !answer.ok ? (answer.fields ?? {}) : {};
  const change = (part: Partial<TypedBrand>) => {
    setTyped((before) => ({ ...before, ...part }));
    setAnswer(null);
  };
  const submit = () =>
    startSaving(async () => {
      const next = await save(shop, typed).catch((): Answer => ({ ok: false, problem: notReached }));
      setAnswer(next);
      if (next.ok) echo("Saved");
    });
  const words = typed.words[language] ?? {};
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy && changed) submit();
        }}
      >
        <fieldset disabled={!mayChange} className="grid gap-5">
          <legend className="sr-only">Branding</legend>
          <Card title="Looks" aside="Portal and e-mails">
            <LooksFields typed={typed} repairs={shown.repairs} wrong={wrong} change={change} />
          </Card>
          <Card
            title="Words"
            aside={
              <LanguageChoice
                languages={languages}
                own={Object.keys(typed.words)}
                language={language}
                choose={setLanguage}
              />
            }
          >
            <WordsFields
              key={language}
              language={language}
              words={words}
              wrong={wrong}
              change={(part) => change({ words: { ...typed.words, [language]: { ...words, ...part } } })}
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
      <PortalPreview
        name={name}
        portal={portal}
        logoUrl={typed.logoUrl}
        theme={shown.theme}
        words={words}
        language={language}
      />
    </div>
  );
}

const notReached = "Kept could not be reached. Nothing was saved; what you typed is still here.";
