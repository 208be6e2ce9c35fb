/** What a merchant typed, paragraph by paragraph: a blank line parts them, a single line break is a space. */
export function paragraphs(text: string): string[] {
  return text
    .split(/\r?\n\s*\r?\n/)
    .map((part) => part.replace(/\s*\r?\n\s*/g, " ").trim())
    .filter((part) => part !== "");
}

/** What somebody wrote to somebody, paragraph by paragraph and line by line, as they broke it; empty lines only part. */
export function verses(text: string): string[][] {
  return text
    .split(/\n\s*\n/)
    .map((part) =>
      part
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== ""),
    )
    .filter((lines) => lines.length > 0);
}
