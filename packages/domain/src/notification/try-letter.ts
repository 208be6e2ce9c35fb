import { randomUUID } from "node:crypto";
import type { Letter, LetterKind, Wording } from "@kept/email";
import { mayDo, type ShopContext } from "../context.ts";
import { ok, type Result, refused } from "../result.ts";
import { fromShop } from "./letter-shop.ts";
import { unknownFacts } from "./notification.ts";
import { sampleOf } from "./sample-letter.ts";
import { writeLetter } from "./write-letter.ts";

export interface Trial {
  readonly kind: LetterKind;
  /** The language to write in: "de". */
  readonly language: string;
  /** The words as typed, saved or not. */
  readonly wording: Wording;
}

/** The letter as its customer would get it, about somebody who does not exist. Nothing is sent. */
export function previewLetter(ctx: ShopContext, { kind, language, wording }: Trial): Promise<Letter> {
  return writeLetter(ctx, kind, { ...sampleOf(ctx, kind, language), wording });
}

export type TryRefusal =
  | { readonly code: "NotAllowed" | "NoMail" }
  | { readonly code: "UnknownFacts"; readonly facts: Readonly<Record<string, readonly string[]>> }
  | { readonly code: "MailRefused"; readonly reason: string };

/** Sends the preview to the member who asks, and to nobody else. */
export async function sendTestLetter(
  ctx: ShopContext,
  trial: Trial,
): Promise<Result<{ to: string }, TryRefusal>> {
  if (!mayDo(ctx, "change_policy") || ctx.actor.kind !== "member") return refused("NotAllowed");
  const { mail } = ctx.tools;
  if (!mail) return refused("NoMail");
  const unknown = unknownFacts(trial.kind, { [trial.language]: trial.wording });
  if (Object.keys(unknown).length > 0) return refused("UnknownFacts", { facts: unknown });
  const letter = await previewLetter(ctx, trial);
  const to = ctx.actor.email;
  const posted = await mail.post({
    ...letter,
    ...fromShop(ctx),
    to,
    idempotencyKey: `test/${randomUUID()}`,
    tags: { kind: "test", shop: ctx.shop.handle },
  });
  return posted.kind === "sent" ? ok({ to }) : refused("MailRefused", { reason: posted.reason });
}
