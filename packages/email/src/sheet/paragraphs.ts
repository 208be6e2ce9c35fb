/** What a merchant typed, paragraph by paragraph: a blank line parts them, a single line break is a space. */
export function paragraphs(text: string): string[] {
  return text
    .split(/\r?\n\s*\r?\n/)
    .map((part) => part.replace(/\s*\r?\n\s*/g, " ").trim())
    .filter((part) => part !== "");
}
