import { type Approval, approval } from "../policy/approval.ts";
import { type Offer, offers } from "../policy/offers.ts";
import type { ResolutionKind, Trigger } from "../policy/policy.ts";
import { type LineReturnability, returnability } from "../policy/returnability.ts";
import { askedOf } from "./facts.ts";
import { quote } from "./quote.ts";
import type { Quote, QuoteInput, SelectedUnits } from "./quote-types.ts";

/** What a policy says to an order: line by line, offer by offer, and each time which rule decided. */
export interface Verdict {
  readonly lines: readonly LineReturnability[];
  /** Empty when nothing can come back. */
  readonly offers: readonly Offer[];
  /** What would happen to the request; null when there can be none. */
  readonly approval: Approval | null;
  /** When a credit would be issued. */
  readonly trigger: Trigger;
  /** The sum for each resolution that is offered. Its `decisions` name the bonus rules that won and lost. */
  readonly quotes: Readonly<Partial<Record<ResolutionKind, Quote>>>;
}

/** Tries a policy on an order, as if all that can come back came back for one reason. Pure; nothing is kept. */
export function verdict(
  input: Pick<QuoteInput, "order" | "policy" | "customer" | "at"> & {
    readonly reason: string | null;
    /** The shop's, whose days count. */
    readonly timeZone: string;
  },
): Verdict {
  const { order, customer, at, reason, timeZone } = input;
  const { policy } = input.policy;
  const lines = returnability(order, policy, at, timeZone);
  const selection: SelectedUnits[] = lines
    .filter(({ quantity }) => quantity > 0)
    .map(({ lineItemId, quantity }) => ({ lineItemId, quantity, reason }));
  if (selection.length === 0)
    return { lines, offers: [], approval: null, trigger: policy.trigger, quotes: {} };
  const facts = { order, selection, customer, at };
  const asked = askedOf(facts);
  const offered = offers(order, policy, at, asked);
  const quotes = offered
    .filter((offer) => offer.offered)
    .map(({ resolution }) => [resolution, quote({ ...facts, resolution, policy: input.policy })] as const);
  return {
    lines,
    offers: offered,
    approval: approval(policy, asked),
    trigger: policy.trigger,
    quotes: Object.fromEntries(quotes),
  };
}
