"use server";
import {
  changeReplyTo,
  letterKinds,
  longestWording,
  previewLetter,
  restoreLetter,
  type SaveLetterRefusal,
  saveLetter,
  sendTestLetter,
  type TryRefusal,
} from "@kept/domain";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { shopFor } from "../../../../../server/context.ts";
import { heldTo } from "../../../../../server/held-to.ts";
import { sayTo } from "../../../../../server/words.ts";
import { type FormState, typedIn } from "../../../../../ui/form-state.ts";
import type { Refused } from "../versions/use-saving.ts";

const kind = z.enum(letterKinds);
const language = z.string().regex(/^[a-z]{2}$/);
/** Wider than what may be saved: what is too long is said beside its field, not thrown. */
const text = z.string().max(20_000).optional();
const wording = z.strictObject({ subject: text, headline: text, message: text, closing: text });
const Typed = z.strictObject({ enabled: z.boolean(), wordings: z.record(language, wording) });
export type TypedLetter = z.output<typeof Typed>;
const Trial = z.strictObject({ kind, language, wording });

export type Answer = { readonly ok: true; readonly version: number } | Refused;

export interface LetterPreview {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** Saves switch and words as a new version, if nobody else has saved meanwhile. */
export async function save(shop: string, of: string, basedOn: number, typed: unknown): Promise<Answer> {
  const ctx = await shopFor(shop);
  const { enabled, wordings } = heldTo(Typed, typed);
  const fields = tooLong(wordings);
  if (Object.keys(fields).length > 0) return { ok: false, fields };
  return answer(
    shop,
    await saveLetter(ctx, { kind: heldTo(kind, of), enabled, wordings, basedOn: heldTo(z.int(), basedOn) }),
  );
}

/** Makes an earlier version the newest; version 0 is the letter as Kept writes it. */
export async function restore(shop: string, of: string, version: number, basedOn: number): Promise<Answer> {
  const ctx = await shopFor(shop);
  const input = {
    kind: heldTo(kind, of),
    version: heldTo(z.int(), version),
    basedOn: heldTo(z.int(), basedOn),
  };
  return answer(shop, await restoreLetter(ctx, input));
}

/** The letter with what is typed, about somebody who does not exist. Nothing is written or sent. */
export async function preview(shop: string, trial: unknown): Promise<LetterPreview> {
  const { subject, html, text } = await previewLetter(await shopFor(shop), heldTo(Trial, trial));
  return { subject, html, text };
}

/** Sends what is typed to the member who asks. */
export async function sendTest(shop: string, trial: unknown): Promise<{ said: string; ok: boolean }> {
  const sent = await sendTestLetter(await shopFor(shop), heldTo(Trial, trial));
  if (sent.ok) return { ok: true, said: `Sent to ${sent.value.to}.` };
  return { ok: false, said: sayRefusal(sent.error) };
}

/** Where customers' answers go. */
export async function saveReplyTo(shop: string, _: FormState, form: FormData): Promise<FormState> {
  const typed = typedIn(form);
  const changed = await changeReplyTo(await shopFor(shop), { replyTo: (typed.replyTo ?? "").slice(0, 500) });
  revalidatePath(`/${shop}/settings/emails`);
  if (changed.ok) return { done: "Saved" };
  if (changed.error.code === "NotAnAddress")
    return { typed, fields: { replyTo: "Type one e-mail address, like hello@yourshop.com." } };
  return { typed, problem: sayTo(changed.error) };
}

function answer(shop: string, saved: Awaited<ReturnType<typeof saveLetter>>): Answer {
  if (saved.ok) {
    revalidatePath(`/${shop}/settings/emails`, "layout");
    return { ok: true, version: saved.value.version };
  }
  const { error } = saved;
  return error.code === "UnknownFacts"
    ? { ok: false, fields: unknown(error) }
    : { ok: false, problem: sayTo(error) };
}

function unknown({ facts }: Extract<SaveLetterRefusal, { code: "UnknownFacts" }>): Record<string, string> {
  return Object.fromEntries(Object.entries(facts).map(([field, names]) => [field, notAFact(names)]));
}

function notAFact(names: readonly string[]): string {
  const said = new Intl.ListFormat("en").format(names.map((name) => `{{${name}}}`));
  return `This e-mail has nothing to put in for ${said}. Choose from “Insert a fact”.`;
}

function sayRefusal(error: TryRefusal): string {
  switch (error.code) {
    case "UnknownFacts":
      return Object.values(error.facts).map(notAFact).join(" ");
    case "NoMail":
      return "This installation cannot send e-mails yet.";
    case "MailRefused":
      return `The e-mail was not taken (${error.reason}). Try again in a minute.`;
    case "NotAllowed":
      return sayTo(error);
  }
}

function tooLong(wordings: TypedLetter["wordings"]): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [code, parts] of Object.entries(wordings))
    for (const [name, typed] of Object.entries(parts)) {
      const most = longestWording[name as keyof typeof longestWording];
      if ((typed ?? "").length > most) fields[`${code}.${name}`] = `Use at most ${most} characters.`;
    }
  return fields;
}
