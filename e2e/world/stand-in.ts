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

/** Every credit to somebody's store credit in a shop, oldest first, as the stand-in itself remembers it. */
export async function creditsOf(shop: Shop, email: string): Promise<Amount[]> {
  const truth = await ask<Truth>(`/control/truth?${new URLSearchParams({ shop: shop.domain })}`);
  if (truth.broken.length > 0) throw new Error(`Accounts whose history does not add up: ${truth.broken}`);
  const accounts = truth.accounts.filter((account) => account.email === email).map(({ id }) => id);
  return truth.movements
    .filter(
      ({ kind, type, account }) => kind === "store_credit" && type === "credit" && accounts.includes(account),
    )
    .map(({ amount }) => amountOf(amount.amount, amount.currency));
}

interface Truth {
  readonly broken: readonly unknown[];
  readonly accounts: readonly { readonly id: string; readonly email: string | null }[];
  readonly movements: readonly {
    readonly kind: string;
    readonly type: string;
    readonly account: string;
    readonly amount: { readonly amount: string; readonly currency: string };
  }[];
}

async function ask<Answer>(path: string): Promise<Answer> {
  const answer = await fetch(`${at.sandbox}${path}`);
  if (!answer.ok) throw new Error(`The stand-in answered ${answer.status} to ${path}`);
  return (await answer.json()) as Answer;
}
