import type { Letter } from "../letter.ts";
import { cleanHeader } from "../post/header.ts";
import type { Content } from "./content.ts";
import { plain } from "./plain.ts";
import { sheet } from "./sheet.ts";

/** Sets a letter in both forms. react-email is loaded here and nowhere else: it is heavy, and only writers need it. */
export async function setLetter(subject: string, content: Content): Promise<Letter> {
  const kit = await import("react-email");
  return {
    subject: cleanHeader(subject),
    html: await kit.render(sheet(kit, content)),
    text: plain(content),
  };
}
