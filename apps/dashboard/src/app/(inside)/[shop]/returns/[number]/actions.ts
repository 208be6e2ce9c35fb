"use server";
import {
  addNote,
  approveReturn,
  declineReturn,
  dismissAttention,
  issueCredit,
  overrideResolution,
  quoteDecision,
  settleLeg,
} from "@kept/domain";
import { heldTo } from "../../../../../server/held-to.ts";
import { type FormState, typedIn } from "../../../../../ui/form-state.ts";
import { act, done, failed } from "./answers.ts";
import { Accepted, Decide, Decline, GoOn, Issue, Note, Override, Settle } from "./forms.ts";
import { returnFor } from "./return-for.ts";
import type { Worth } from "./worth.tsx";
import { worthOf } from "./worth-of.ts";

/** Approve, and where the merchant pressed that button, issue what was approved. Each act is recorded by itself. */
export async function decide(shop: string, number: number, _: FormState, form: FormData): Promise<FormState> {
  const ctx = await returnFor(shop, number);
  const input = heldTo(Decide, typedIn(form));
  const approved = await approveReturn(ctx, { number, ...input });
  if (!approved.ok) {
    const again = failed(shop, number, approved.error);
    return { ...again, fields: wayOn[approved.error.code] ?? {} };
  }
  if (input.issue) {
    const issued = await issueCredit(ctx, { number, seen: input.seen });
    if (!issued.ok) return failed(shop, number, issued.error);
  }
  return done(shop, number);
}

/** Refusals a person may go on after, knowingly, and what the form then offers. */
const wayOn: Record<string, Record<string, string>> = {
  Differs: { difference: "differs" },
  ReturnRefused: { withoutReturn: "refused" },
};

/** What accepting these units per line is worth. Nothing is written. */
export async function quoteFor(shop: string, number: number, accepted: unknown): Promise<Worth | null> {
  const ctx = await returnFor(shop, number);
  const decisions = heldTo(Accepted, accepted);
  const quote = await quoteDecision(ctx, { number, decisions });
  return quote && worthOf(quote);
}

export async function issue(shop: string, number: number, _: FormState, form: FormData): Promise<FormState> {
  const input = heldTo(Issue, typedIn(form));
  const issued = await issueCredit(await returnFor(shop, number), { number, ...input });
  if (issued.ok) return done(shop, number);
  return { ...failed(shop, number, issued.error), fields: wayOn[issued.error.code] ?? {} };
}

export async function decline(
  shop: string,
  number: number,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return act(shop, number, form, Decline, declineReturn);
}

export async function override(
  shop: string,
  number: number,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return act(shop, number, form, Override, overrideResolution);
}

/** A person says what became of a payment that could not be known. */
export async function settle(shop: string, number: number, _: FormState, form: FormData): Promise<FormState> {
  return act(shop, number, form, Settle, settleLeg);
}

export async function note(shop: string, number: number, _: FormState, form: FormData): Promise<FormState> {
  return act(shop, number, form, Note, addNote);
}

/** Somebody acted in Shopify; a person has looked, and the return goes on. */
export async function goOn(shop: string, number: number, _: FormState, form: FormData): Promise<FormState> {
  return act(shop, number, form, GoOn, dismissAttention);
}
