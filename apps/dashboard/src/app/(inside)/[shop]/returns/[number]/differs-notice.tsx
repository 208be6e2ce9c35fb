import type { ReturnDetail } from "@kept/domain";
import { formatMoney, type Money, money } from "@kept/money";
import { locale } from "../../../../../ui/amount.tsx";
import { Notice } from "../../../../../ui/notice.tsx";

/** Both sums, side by side, when Shopify's figure for the goods is not what the customer was promised. */
export function DiffersNotice({ found }: { found: ReturnDetail }) {
  if (!found.differs) return null;
  return (
    <Notice tone="person" title="Shopify would refund another amount for these items">
      <dl className="mb-2 grid max-w-sm grid-cols-2 gap-x-6 gap-y-0.5">
        <dt>Promised by Kept</dt>
        <dt>Shopify’s own figure</dt>
        <dd className="figures text-base font-medium text-ink">{written(promised(found))}</dd>
        <dd className="figures text-base font-medium text-ink">{written(found.differs)}</dd>
      </dl>
      Goods and their tax, before fees, shipping and bonus. Look at the order in Shopify, then approve all the
      same or decline.
    </Notice>
  );
}

/** What was compared: the last comparison says; older ones only kept Shopify's side. */
function promised({ events, base, currency }: ReturnDetail): Money {
  const ours = events.findLast(({ kind }) => kind === "differs")?.detail.ours;
  return typeof ours === "string" && /^\d{1,18}$/.test(ours) ? money(BigInt(ours), currency) : base;
}

function written(amount: Money): string {
  return formatMoney(amount, locale);
}
