import {
  allowed,
  isLetterKind,
  letterFacts,
  letterHistory,
  letterLanguages,
  letterSettings,
  previewLetter,
} from "@kept/domain";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { shopFor } from "../../../../../../server/context.ts";
import { defaultsOf } from "../defaults.ts";
import { letterWords } from "../letter-words.ts";
import { LetterEditor } from "./letter-editor.tsx";
import { LetterHistory } from "./letter-history.tsx";

interface Props {
  params: Promise<{ shop: string; kind: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { kind } = await params;
  return { title: isLetterKind(kind) ? letterWords[kind].name : "E-mails" };
}

/** One e-mail: its switch, its words in every language, and beside it the letter itself. */
export default async function Email({ params }: Props) {
  const { shop, kind } = await params;
  if (!isLetterKind(kind)) notFound();
  const ctx = await shopFor(shop);
  const settings = (await letterSettings(ctx)).find((each) => each.kind === kind) ?? notFound();
  const language = letterLanguages.find((code) => ctx.shop.locale.startsWith(code)) ?? "en";
  const wording = settings.wordings[language] ?? {};
  const { subject, html, text } = await previewLetter(ctx, { kind, language, wording });
  const mayChange = allowed(ctx.role, "change_policy");
  return (
    <div className="grid gap-6">
      <div>
        <p className="text-sm">
          <Link href={`/${shop}/settings/emails`} className="text-ink-2 underline-offset-4 hover:underline">
            ‹ All e-mails
          </Link>
        </p>
        <h2 className="mt-1 text-xl">{letterWords[kind].name}</h2>
        <p className="mt-0.5 text-ink-2">{letterWords[kind].when}</p>
      </div>
      <LetterEditor
        shop={shop}
        kind={kind}
        saved={{ enabled: settings.enabled, wordings: settings.wordings }}
        version={settings.version}
        defaults={defaultsOf(kind)}
        facts={letterFacts[kind]}
        firstLanguage={language}
        firstPreview={{ subject, html, text }}
        mayChange={mayChange}
      />
      <LetterHistory
        versions={await letterHistory(ctx, kind)}
        shop={shop}
        kind={kind}
        timeZone={ctx.shop.timeZone}
        mayChange={mayChange}
      />
    </div>
  );
}
