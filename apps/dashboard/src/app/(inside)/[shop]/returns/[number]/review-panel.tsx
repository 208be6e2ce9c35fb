import type { LegView, ReturnDetail } from "@kept/domain";
import { written } from "../../../../../ui/amount.tsx";
import { Card } from "../../../../../ui/card.tsx";
import { legNames, reasonInWords } from "./leg-words.ts";
import { SettleForm } from "./settle-form.tsx";

/** A leg only a person can judge: what is known, where to look, and the ways out. One that was never sent needs no looking. */
export function ReviewPanel({ found, shop }: { found: ReturnDetail; shop: string }) {
  const legs = found.credit?.legs.filter((leg) => leg.state === "human") ?? [];
  return legs.map((leg) => (
    <Card
      key={leg.id}
      title={`${legNames[leg.kind]} of ${written(leg.amount)} needs your decision`}
      className="border-risk-line"
    >
      <p>{leg.reason ? reasonInWords(leg.reason) : "It is not known whether the money moved."}</p>
      {wasSent(leg) ? (
        <p className="mt-1 text-sm text-ink-2">
          Nothing more is sent until you decide. Look first:{" "}
          <a
            href={found.customerUrl ?? found.orderUrl}
            target="_blank"
            rel="noreferrer"
            className="underline underline-offset-4"
          >
            {found.customerUrl ? "the customer's store credit in Shopify" : "the order in Shopify"}
          </a>
          .
        </p>
      ) : (
        <p className="mt-1 text-sm text-ink-2">Nothing was sent, and nothing is until you decide.</p>
      )}
      <SettleForm
        shop={shop}
        number={found.number}
        legId={leg.id}
        amount={written(leg.amount)}
        takes={leg.kind === "reversal"}
        sent={wasSent(leg)}
      />
    </Card>
  ));
}

function wasSent({ attempts }: LegView): boolean {
  return attempts.length > 0;
}
