import type { Letter } from "../letter.ts";
import { setLetter } from "../sheet/set-letter.ts";
import { languageOf } from "../words/languages.ts";

export interface Invitation {
  /** Works once; whoever has it is in. */
  readonly url: string;
  /** Where it leads, as people read it: "dashboard.kept.example". */
  readonly host: string;
  readonly invitedBy: string;
  /** The organization, or the shop an agency is asked into. */
  readonly into: string;
  /** The role, in one word. */
  readonly as: string;
  readonly kind: "team" | "shop";
  readonly days: number;
}

/** Asks somebody into an organization, or an agency into a shop. Staff read it: it speaks as the dashboard does. */
export async function invitation({
  url,
  host,
  invitedBy,
  into,
  as,
  kind,
  days,
}: Invitation): Promise<Letter> {
  const { locale, direction } = languageOf("en");
  const what = kind === "team" ? `join ${into}` : `look after ${into}`;
  const lead =
    kind === "team"
      ? `${invitedBy} invites you to ${what} in Kept, as ${as}.`
      : `${invitedBy} invites your agency to ${what} in Kept, with at most the rights of: ${as}.`;
  const once = `The link works once, for ${days} days, and leads to ${host}.`;
  return setLetter(`${invitedBy} invites you to ${what} in Kept`, {
    locale,
    direction,
    shop: { name: "Kept", url: new URL(url).origin },
    preview: once,
    headline: `You are invited to ${what}`,
    hello: null,
    lead,
    quote: null,
    sum: null,
    facts: [],
    notes: [once],
    steps: null,
    button: { text: "See the invitation", href: url },
    after: ["If you do not know who this is, you can forget this letter. Nothing happens without you."],
    about: null,
    link: null,
  });
}
