import { liveBalance, type ReturnDetail, type ShopContext } from "@kept/domain";
import type { Money } from "@kept/money";
import { Suspense } from "react";
import { written } from "../../../../../ui/amount.tsx";
import { Card } from "../../../../../ui/card.tsx";
import { OutIcon } from "../../../../../ui/icons.tsx";

/** The customer's account in Shopify: the balance on record at once, and Shopify's own as soon as it answers. */
export function CreditCard({ ctx, found }: { ctx: ShopContext; found: ReturnDetail }) {
  const { credit } = found;
  if (!credit?.accountLastDigits) return null;
  const onRecord = (
    <Account credit={credit} balance={credit.balance} says="Balance when this credit arrived" />
  );
  return (
    <Suspense fallback={onRecord}>
      <LiveAccount ctx={ctx} number={found.number} credit={credit} onRecord={onRecord} />
    </Suspense>
  );
}

type Credit = NonNullable<ReturnDetail["credit"]>;

async function LiveAccount(props: {
  ctx: ShopContext;
  number: number;
  credit: Credit;
  onRecord: React.ReactNode;
}) {
  const now = await liveBalance(props.ctx, { number: props.number });
  if (!now) return props.onRecord;
  return <Account credit={props.credit} balance={now.balance} says="Balance now, as Shopify says" />;
}

/** Recognisable by its last digits on both sides. */
function Account({ credit, balance, says }: { credit: Credit; balance: Money | null; says: string }) {
  return (
    <Card title="Store credit">
      <p className="figures text-2xl tracking-tight">{balance ? written(balance) : "—"}</p>
      <p className="mt-0.5 text-sm text-ink-2">{balance ? says : "Shopify did not say the balance"}</p>
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
            {balance && ` · balance ${written(balance)}`}
          </span>
          <OutIcon className="size-4 text-ink-3" />
          <span className="sr-only"> (opens in Shopify admin)</span>
        </a>
      )}
    </Card>
  );
}
