/**
 * The beginning of a text, at most `longest` characters and the three dots that say there is more: whole words, as its
 * language parts them, or where a single one is longer than that, whole signs. A text that fits stays as it is.
 */
export function excerpt(text: string, longest: number, locale: string): string {
  if (text.length <= longest) return text;
  const upTo = (granularity: "word" | "grapheme") =>
    [...new Intl.Segmenter(locale, { granularity }).segment(text)]
      .filter(({ index, segment }) => index + segment.length <= longest)
      .map(({ segment }) => segment)
      .join("")
      .trimEnd();
  return `${upTo("word") || upTo("grapheme")}…`;
}
