import { type Brand, brandTheme, themeStyle } from "@kept/domain";
import type { ReactNode } from "react";
import { exchange } from "../server/exchange.ts";
import { directionOf, type Language } from "../server/language.ts";
import { wordsIn } from "../server/words.ts";
import "./globals.css";

/** The document itself. The only script is a file of ours that makes forms smoother; everything works without it. */
export function PageShell({
  language,
  brand,
  children,
}: {
  language: Language;
  brand: Brand;
  children: ReactNode;
}) {
  return (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no,date=no,address=no,email=no" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <style nonce={exchange().nonce}>{themeStyle(brandTheme(brand))}</style>
        <script src="/steps.js" defer data-keep="" />
      </head>
      <body
        data-broken={wordsIn(language)("form.broken")}
        className="flex min-h-dvh flex-col font-sans text-base leading-relaxed"
      >
        {children}
      </body>
    </html>
  );
}
