import type { ReactNode } from "react";
import { exchange } from "../server/exchange.ts";
import { inLanguage, languageNames, languages } from "../server/language.ts";
import type { Visit } from "../server/visit.ts";
import { wordsIn } from "../server/words.ts";

/** What stands around every page of a shop: its name on top, the languages below. */
export function ShopFrame({ visit, children }: { visit: Visit; children: ReactNode }) {
  const { shop, say, suggestion, own } = visit;
  return (
    <>
      <a
        href="#content"
        className="sr-only z-10 bg-surface px-4 py-3 focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {say("shell.skip")}
      </a>
      <header>
        {suggestion && (
          <p className="border-line border-b bg-surface px-5 py-2 text-center text-sm">
            <a
              href={inLanguage(suggestion, exchange().query)}
              lang={suggestion}
              className="inline-block py-1 text-brand-text underline underline-offset-4"
            >
              {wordsIn(suggestion)("shell.suggestion")}
            </a>
          </p>
        )}
        <div className="border-line border-b bg-surface">
          <div className="mx-auto flex min-h-16 w-full max-w-2xl items-center justify-between gap-4 px-5">
            <a
              href={`/${shop.handle}`}
              className="flex min-h-11 min-w-0 items-center font-semibold text-lg tracking-tight"
            >
              {shop.brand.logoUrl ? (
                <img
                  src={shop.brand.logoUrl}
                  alt={shop.name}
                  className="h-9 w-auto max-w-44 object-contain"
                />
              ) : (
                <bdi className="min-w-0">{shop.name}</bdi>
              )}
            </a>
            <span className="shrink-0 text-sm text-soft">{say("shell.title")}</span>
          </div>
        </div>
        {own.banner && <p className="bg-brand-tint px-5 py-3 text-center text-sm">{own.banner}</p>}
      </header>
      <main id="content" className="mx-auto w-full max-w-2xl flex-1 px-5 pt-8 pb-16 sm:pt-12">
        {children}
      </main>
      <footer className="border-line border-t">
        <div className="mx-auto flex w-full max-w-2xl flex-wrap items-center justify-between gap-x-6 px-5 py-4 text-sm text-soft">
          <a
            href={`/${shop.handle}/accessibility`}
            className="flex min-h-11 items-center underline-offset-4 hover:underline"
          >
            {say("accessibility.title")}
          </a>
          <Languages visit={visit} />
        </div>
      </footer>
    </>
  );
}

function Languages({ visit }: { visit: Visit }) {
  return (
    <details className="group open:w-full">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2">
        <span>
          {visit.say("shell.language")}: {languageNames[visit.language]}
        </span>
        <span
          aria-hidden="true"
          className="-mt-1 size-2 rotate-45 border-current border-r border-b group-open:mt-1 group-open:rotate-225"
        />
      </summary>
      <ul className="grid grid-cols-2 gap-x-4 pb-2 sm:grid-cols-3">
        {languages.map((language) => (
          <li key={language}>
            <a
              href={inLanguage(language, exchange().query)}
              lang={language}
              hrefLang={language}
              aria-current={language === visit.language ? "true" : undefined}
              className="flex min-h-11 items-center underline-offset-4 hover:underline aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {languageNames[language]}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
