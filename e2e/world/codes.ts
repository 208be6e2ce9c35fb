import { type Letter, letters } from "./stand-in.ts";

/** The letters with a code for an order, oldest first. */
export async function codeLetters(order: string, email: string): Promise<Letter[]> {
  const about = new RegExp(`${order}\\b`);
  return (await letters(email)).filter(({ subject, text }) => codeIn(subject) && about.test(text));
}

/** The code of the letter that came after the first `before` ones. Waits for it, a minute at most. */
export async function newestCode(order: string, email: string, before = 0): Promise<string> {
  for (let tries = 0; tries < 600; tries += 1) {
    const letter = (await codeLetters(order, email)).slice(before).at(-1);
    if (letter) return codeIn(letter.subject);
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`No code for ${order} came to ${email}`);
}

function codeIn(subject: string): string {
  return /\d{4} \d{4}/.exec(subject)?.[0] ?? "";
}
