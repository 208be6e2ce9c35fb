import type { Letter } from "../letter.ts";
import type { Content } from "../sheet/content.ts";
import { setLetter } from "../sheet/set-letter.ts";
import { fillIn, type Variable, type Wording } from "./wording.ts";

/** What every letter of a shop can be told: the shop's own words, or none. */
export interface Reworded {
  readonly wording?: Wording | null | undefined;
}

/** Sets a letter in the shop's own words where it has some. The sum, the facts and the button stay as they are. */
export function setReworded(
  wording: Wording | null | undefined,
  facts: Readonly<Partial<Record<Variable, string>>>,
  letter: { readonly subject: string; readonly content: Content },
): Promise<Letter> {
  const own = (part: keyof Wording) => {
    const text = wording?.[part];
    return text === undefined ? "" : fillIn(text, facts);
  };
  const { content } = letter;
  const lead = own("message") || content.lead;
  const closing = own("closing");
  return setLetter(own("subject") || letter.subject, {
    ...content,
    headline: own("headline") || content.headline,
    lead,
    preview: own("message") ? lead : content.preview,
    after: closing ? [...content.after, closing] : content.after,
  });
}
