/**
 * A name, a title or somebody's own words inside a sentence: neither turns the other around. "#1001" would read "1001#"
 * in Arabic; a title that says "from here on backwards" would turn the rest of any sentence. Sentences that run left to
 * right with words that do as well are left as they are.
 */
export function isolate(text: string, direction: "ltr" | "rtl"): string {
  const straight = withoutTurns(text);
  return direction === "rtl" || rightToLeft.test(straight) ? `\u2068${straight}\u2069` : straight;
}

/**
 * Without the marks that embed, override or set apart a direction: one that is left open reaches past the text it stands
 * in. Which way the letters themselves run is not theirs to say, so nothing anybody wrote is lost.
 */
export function withoutTurns(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/gu, "");
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
