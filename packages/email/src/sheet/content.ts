import type { LetterShop } from "../letter.ts";

/** What a letter says, before it is set as html or as plain text. Every letter is made of these parts, in this order. */
export interface Content {
  readonly locale: string;
  readonly direction: "ltr" | "rtl";
  readonly shop: LetterShop;
  /** Shown by mail programs beside the subject. */
  readonly preview: string;
  readonly headline: string;
  readonly hello: string | null;
  readonly lead: string;
  /** What somebody wrote to whom the letter goes, in their own words, line by line. */
  readonly quote: string | null;
  /** The sum: the parts, and what they come to, in large. */
  readonly sum: Sum | null;
  readonly facts: readonly Fact[];
  readonly notes: readonly string[];
  readonly steps: { readonly title: string; readonly steps: readonly string[] } | null;
  readonly button: LetterLink | null;
  readonly after: readonly string[];
  readonly about: string | null;
  readonly link: LetterLink | null;
}

export interface Sum {
  readonly rows: readonly Fact[];
  readonly total: Fact;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface LetterLink {
  readonly text: string;
  readonly href: string;
}

/** Only web addresses become links. Throws a RangeError for anything else: a letter must not carry a script. */
export function webAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== "https:" && url?.protocol !== "http:") {
    throw new RangeError(`Not a web address: ${JSON.stringify(text.slice(0, 80))}`);
  }
  return url.href;
}
