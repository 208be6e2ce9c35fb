import { type Amount, amountOf } from "./amount.ts";
import { at } from "./env.ts";
import type { Shop } from "./shops.ts";

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

/** Every store credit somebody was given in a shop, oldest first, as the stand-in itself remembers it. */
export async function creditsOf(shop: Shop, email: string): Promise<Amount[]> {
  const movements = await ask<Movement[]>(`/control/truth?${new URLSearchParams({ shop: shop.domain })}`);
  return movements
    .filter((movement) => movement.kind === "store_credit" && movement.customer === email)
    .map(({ amount, currency }) => amountOf(amount, currency));
}

interface Movement {
  readonly kind: string;
  readonly customer: string;
  readonly amount: string;
  readonly currency: string;
}

async function ask<Answer>(path: string): Promise<Answer> {
  const answer = await fetch(`${at.sandbox}${path}`);
  if (!answer.ok) throw new Error(`The stand-in answered ${answer.status} to ${path}`);
  return (await answer.json()) as Answer;
}
