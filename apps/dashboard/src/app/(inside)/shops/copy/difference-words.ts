import type { SettingsChange } from "@kept/domain";
import { letterName } from "../../../../ui/letter-name.ts";
import { cornerWords, fontWords, partWords } from "../../[shop]/settings/branding/brand-words.ts";
import { languageName, letterPartWords } from "../../[shop]/settings/emails/letter-words.ts";
import { type ChangeInWords, inWords } from "../../[shop]/settings/versions/change-words.ts";

/** What differs between two shops' settings, in the words of their settings pages. */
export function differencesInWords(changes: readonly SettingsChange[]): ChangeInWords[] {
  const others = changes.filter(({ path }) => settingName(path) !== null);
  return [...inWords(changes.filter((change) => !others.includes(change))), ...others.map(oneInWords)];
}

/** "emails.return_approved.words.de.subject" is "E-mail “Return approved” in German: subject"; null for what is a rule. */
export function settingName(path: string): string | null {
  const [area = "", ...rest] = path.split(".");
  if (area === "branding") {
    const [what = "", language = "", part = ""] = rest;
    if (what === "words") return `Portal in ${languageName(language)}: ${named(partWords, part)}`;
    return looks[what] ?? what;
  }
  if (area === "emails") {
    const [kind = "", what, language = "", part = ""] = rest;
    const letter = `E-mail “${letterName(kind)}”`;
    return what === "words"
      ? `${letter} in ${languageName(language)}: ${named(letterPartWords, part)}`
      : letter;
  }
  return null;
}

const looks: Readonly<Record<string, string>> = { color: "Color", radius: "Corners", font: "Letter forms" };

function oneInWords({ path, before, after }: SettingsChange): ChangeInWords {
  return { what: settingName(path) ?? path, from: said(path, before), to: said(path, after) };
}

function said(path: string, value: unknown): string {
  if (typeof value === "boolean") return value ? "goes out" : "switched off";
  if (typeof value !== "string") return "nothing of its own";
  if (path === "branding.radius") return values(cornerWords)[value] ?? value;
  if (path === "branding.font") return values(fontWords)[value] ?? value;
  return value;
}

function named(words: Readonly<Record<string, string>>, part: string): string {
  return (words[part] ?? part).toLowerCase();
}

function values(words: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return words;
}
