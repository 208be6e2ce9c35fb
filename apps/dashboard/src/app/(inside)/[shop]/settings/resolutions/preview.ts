import {
  type CreditOffer,
  explain,
  explainTotals,
  type Policy,
  type Quote,
  quote,
  type Shop,
  strangerFacts,
  withCreditOffer,
} from "@kept/domain";
import { formatMoney } from "@kept/money";
import { sampleOrder } from "../rules/sample-order.ts";

/** The portal's two cards for a sample order, in words, as the domain quotes them. */
export interface Preview {
  readonly enabled: boolean;
  readonly description: string;
  readonly total: string;
  readonly base: string;
  readonly bonus: string | null;
  readonly original: string;
  readonly bonusDays: number | null;
  readonly rows: readonly { key: string; text: string; amount: string; included: boolean; bonus: boolean }[];
  readonly totals: readonly { key: string; text: string; amount: string }[];
}

export function previewOf(shop: Shop, policy: Policy, offer: CreditOffer): Preview {
  const order = sampleOrder(shop.currency);
  const made = (resolution: Quote["resolution"]) =>
    quote({
      order,
      resolution,
      selection: order.lines.map(({ id, quantity }) => ({ lineItemId: id, quantity })),
      policy: { version: 1, policy: withCreditOffer(policy, offer) },
      customer: strangerFacts(shop.currency),
      at: new Date(),
    });
  const credit = made("store_credit");
  const { base, bonus, total } = credit.totals;
  const written = (amount: typeof total) => formatMoney(amount, "en");
  return {
    enabled: offer.enabled,
    description: offer.description,
    total: written(total),
    base: written(base),
    bonus: bonus.minor > 0n ? written(bonus) : null,
    original: written(made("original_payment").totals.total),
    bonusDays: bonus.minor > 0n ? credit.expiry.bonusAfterDays : null,
    rows: explain(credit, "en").map(({ key, text, amount, included, group }) => ({
      key,
      text,
      amount,
      included,
      bonus: group === "bonus",
    })),
    totals: explainTotals(credit, "en"),
  };
}
