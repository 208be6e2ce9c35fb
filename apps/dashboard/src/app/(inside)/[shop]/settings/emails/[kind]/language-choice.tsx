"use client";
import { Select } from "../../../../../../ui/input.tsx";
import { languageName } from "../letter-words.ts";

interface Props {
  languages: readonly string[];
  own: readonly string[];
  language: string;
  choose(language: string): void;
}

/** Which language's words are on the page. What is typed in the others stays. */
export function LanguageChoice({ languages, own, language, choose }: Props) {
  return (
    <Select
      aria-label="Language of the words"
      className="w-44"
      value={language}
      onChange={(event) => choose(event.target.value)}
    >
      {languages.map((code) => (
        <option key={code} value={code}>
          {languageName(code)}
          {own.includes(code) ? " ·  yours" : ""}
        </option>
      ))}
    </Select>
  );
}
