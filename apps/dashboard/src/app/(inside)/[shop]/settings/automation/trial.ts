import { explain, explainDecisions, explainTotals, type Offer, type Verdict } from "@kept/domain";
import type { Order } from "@kept/shopify";
import { calendarDay } from "../../../../../ui/when.tsx";
import { notOfferedWords, notReturnableWords, ruleWords, triggerWords } from "./verdict-words.ts";

/** What the test bench shows: everything a policy says to an order, in words. */
export interface Trial {
  readonly order: string;
  readonly lines: readonly {
    readonly title: string;
    readonly back: string;
    readonly good: boolean;
    readonly why: string;
  }[];
  readonly request: { readonly act: "approve" | "hold"; readonly why: string } | null;
  readonly offers: readonly { readonly name: string; readonly offered: boolean; readonly why: string }[];
  readonly rows: readonly { readonly text: string; readonly amount: string; readonly included: boolean }[];
  readonly totals: readonly { readonly text: string; readonly amount: string }[];
  readonly decisions: readonly { readonly outcome: string; readonly text: string }[];
  readonly issued: string;
}

export function trialOf({ order, verdict }: { order: Order; verdict: Verdict }): Trial {
  const credit = verdict.quotes.store_credit ?? verdict.quotes.original_payment;
  return {
    order: order.name,
    lines: verdict.lines.map((line) => {
      const about = order.lines.find(({ id }) => id === line.lineItemId);
      const until = line.windowEnds ? ` until ${calendarDay(line.windowEnds)}` : "";
      return {
        title: [about?.title, about?.variantTitle].filter(Boolean).join(" · "),
        good: line.reason === null,
        back: line.reason
          ? notReturnableWords[line.reason]
          : `${line.quantity} of ${about?.quantity ?? 0}${until}`,
        why: ruleWords(line.rule),
      };
    }),
    request: verdict.approval && { act: verdict.approval.act, why: whyOf(verdict.approval) },
    offers: verdict.offers.map(offerIn),
    rows: credit
      ? explain(credit, "en").map(({ text, amount, included }) => ({ text, amount, included }))
      : [],
    totals: credit ? explainTotals(credit, "en").map(({ text, amount }) => ({ text, amount })) : [],
    decisions: credit ? explainDecisions(credit, "en").map(({ outcome, text }) => ({ outcome, text })) : [],
    issued: triggerWords[verdict.trigger],
  };
}

function whyOf({ rule, name }: NonNullable<Verdict["approval"]>): string {
  return rule === "otherwise"
    ? "No rule speaks of it, so your standing answer decides."
    : `Decided by the rule “${name}”.`;
}

function offerIn({ resolution, offered, reason, rule }: Offer) {
  return {
    name: resolution === "store_credit" ? "Store credit" : "Original payment",
    offered,
    why: reason ? `${notOfferedWords[reason]} (${ruleWords(rule)})` : "Offered",
  };
}
