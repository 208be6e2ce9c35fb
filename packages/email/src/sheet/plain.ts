import { type Content, webAddress } from "./content.ts";
import { paragraphs, verses } from "./paragraphs.ts";

/** Sets the same letter as plain text: one thought a paragraph, links on lines of their own. */
export function plain(content: Content): string {
  const { sum, steps, button, link } = content;
  const parts = [
    oneLine(content.headline),
    content.hello === null ? "" : oneLine(content.hello),
    paragraphs(content.lead).map(oneLine).join("\n\n"),
    content.quote === null ? "" : quoted(content.quote),
    sum
      ? [...sum.rows, sum.total].map((row) => `${oneLine(row.label)}: ${oneLine(row.value)}`).join("\n")
      : "",
    content.facts.map((fact) => `${oneLine(fact.label)}: ${oneLine(fact.value)}`).join("\n"),
    content.notes.map(oneLine).join("\n"),
    steps
      ? [steps.title, ...steps.steps.map((step, at) => `${at + 1}. ${step}`)].map(oneLine).join("\n")
      : "",
    button ? `${oneLine(button.text)}:\n${webAddress(button.href)}` : "",
    content.after.flatMap(paragraphs).map(oneLine).join("\n\n"),
    content.about || link ? "--" : "",
    content.about === null ? "" : oneLine(content.about),
    link ? `${oneLine(link.text)}:\n${webAddress(link.href)}` : "",
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** Every line marked as somebody else's, so that none of them can pass for one of the letter's. */
function quoted(text: string): string {
  return verses(text)
    .map((lines) => lines.map((line) => `> ${oneLine(line)}`).join("\n"))
    .join("\n>\n");
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}
