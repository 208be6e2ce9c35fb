"use client";
import { useState } from "react";
import { Card } from "../../../../../ui/card.tsx";
import { useLatest } from "../../../../../ui/use-latest.ts";
import { LanguageChoice } from "../emails/[kind]/language-choice.tsx";
import { EditorForm } from "../versions/editor-form.tsx";
import { useSaving } from "../versions/use-saving.ts";
import { preview, save } from "./actions.ts";
import { meaningOf, type TypedBrand } from "./brand-form.ts";
import { LooksFields } from "./looks-fields.tsx";
import { PortalPreview } from "./portal-preview.tsx";
import type { BrandPreview } from "./preview.ts";
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
  const [language, setLanguage] = useState(firstLanguage);
  const saving = useSaving({ saved, meaning: meaningOf, save: (typed: TypedBrand) => save(shop, typed) });
  const { typed, wrong, change } = saving;
  const { color, radius, font } = typed;
  const { answer: looks } = useLatest(
    { color, radius, font, logoUrl: "", words: {} },
    firstPreview,
    (asked) => preview(shop, asked),
  );
  const words = typed.words[language] ?? {};
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <EditorForm saving={saving} legend="Branding" mayChange={mayChange}>
        <Card title="Looks" aside="Portal and e-mails">
          <LooksFields typed={typed} repairs={looks.repairs} wrong={wrong} change={change} />
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
      </EditorForm>
      <PortalPreview
        name={name}
        portal={portal}
        logoUrl={typed.logoUrl}
        theme={looks.theme}
        words={words}
        language={language}
      />
    </div>
  );
}
