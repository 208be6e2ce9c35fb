import type { Letter } from "../letter.ts";
import { setLetter } from "../sheet/set-letter.ts";
import { languageOf } from "../words/languages.ts";

export interface SignInLink {
  /** Works once; whoever has it is in. */
  readonly url: string;
  /** Where it leads, as people read it: "dashboard.kept.example". */
  readonly host: string;
  readonly locale?: string | null;
}

/** The way into the dashboard. It names the host, so that a letter from elsewhere looks wrong. */
export async function signInLink({ url, host, locale: wanted }: SignInLink): Promise<Letter> {
  const { words, locale, direction } = languageOf(wanted);
  const says = words.signIn;
  return setLetter(says.subject({ host }), {
    locale,
    direction,
    shop: { name: "Kept", url: new URL(url).origin },
    preview: says.once,
    headline: says.headline,
    hello: null,
    lead: says.lead({ host }),
    quote: null,
    sum: null,
    facts: [],
    notes: [says.once],
    steps: null,
    button: { text: says.button, href: url },
    after: [says.notYou],
    about: null,
    link: null,
  });
}
