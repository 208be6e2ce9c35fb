import type { ReturnDetail } from "@kept/domain";
import { written } from "../../../../../ui/amount.tsx";
import { Card } from "../../../../../ui/card.tsx";
import { OutIcon } from "../../../../../ui/icons.tsx";

/** The customer's account in Shopify, recognisable by its last digits on both sides. */
export function CreditCard({ found }: { found: ReturnDetail }) {
  const { credit } = found;
  if (!credit?.accountLastDigits) return null;
  return (
    <Card title="Store credit">
      <p className="figures text-2xl tracking-tight">{credit.balance ? written(credit.balance) : "—"}</p>
      <p className="mt-0.5 text-sm text-ink-2">
        {credit.balance ? "Balance when this credit arrived" : "Shopify did not say the balance"}
      </p>
      {credit.accountUrl && (
        <a
          href={credit.accountUrl}
          target="_blank"
          rel="noreferrer"
          className="figures mt-4 flex items-center justify-between gap-2 rounded-lg border border-line px-3 py-2.5 text-sm hover:border-line-strong hover:bg-hover"
        >
          <span>
            Store credit <span className="tracking-widest">··</span>
            {credit.accountLastDigits}
            {credit.balance && ` · balance ${written(credit.balance)}`}
          </span>
          <OutIcon className="size-4 text-ink-3" />
          <span className="sr-only"> (opens in Shopify admin)</span>
        </a>
      )}
    </Card>
  );
}
