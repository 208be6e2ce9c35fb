import { at } from "./env.ts";

/** A letter as it arrived in the local mailbox. */
export interface Letter {
  readonly id: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** The letters to somebody whose subject contains `subject`, newest first or last as the mailbox keeps them. */
export async function letters(to: string, subject = ""): Promise<Letter[]> {
  return ask<Letter[]>(`/control/mail?${new URLSearchParams({ to, subject })}`);
}

async function ask<Answer>(path: string): Promise<Answer> {
  const answer = await fetch(`${at.sandbox}${path}`);
  if (!answer.ok) throw new Error(`The stand-in answered ${answer.status} to ${path}`);
  return (await answer.json()) as Answer;
}
