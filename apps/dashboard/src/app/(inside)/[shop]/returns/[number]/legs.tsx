import type { LegView, ReturnDetail } from "@kept/domain";
import { Amount } from "../../../../../ui/amount.tsx";
import { Badge } from "../../../../../ui/badge.tsx";
import { Card } from "../../../../../ui/card.tsx";
import { ShopifyId } from "../../../../../ui/shopify-id.tsx";
import { When } from "../../../../../ui/when.tsx";
import { legNames, legStates, reasonInWords } from "./leg-words.ts";

/** Both halves of the money, each with its own state and its place in Shopify. */
export function Legs({ found, timeZone }: { found: ReturnDetail; timeZone: string }) {
  if (!found.credit) return null;
  return (
    <Card title="Where the money is" flush>
      <ul>
        {found.credit.legs.map((leg) => (
          <Leg key={leg.id} leg={leg} timeZone={timeZone} />
        ))}
      </ul>
    </Card>
  );
}

function Leg({ leg, timeZone }: { leg: LegView; timeZone: string }) {
  const { words, tone } = legStates[leg.state];
  const ids = [leg.remoteId, leg.refundId].filter((id) => id !== null);
  return (
    <li className="border-b border-line px-4 py-3.5 last:border-0 sm:px-5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <span className="w-22 font-medium">{legNames[leg.kind]}</span>
        <Badge tone={tone}>{words}</Badge>
        <span className="text-sm text-ink-2">
          {leg.confirmedAt && <When at={leg.confirmedAt} timeZone={timeZone} />}
        </span>
        <Amount of={leg.amount} className="ml-auto" />
      </div>
      {leg.reason && leg.state !== "confirmed" && (
        <p className="mt-1.5 text-sm text-ink-2">{reasonInWords(leg.reason)}</p>
      )}
      {ids.length > 0 && (
        <p className="mt-1 flex flex-wrap gap-x-4">
          {ids.map((id) => (
            <ShopifyId key={id} id={id} />
          ))}
        </p>
      )}
      {leg.attempts.length > 1 && (
        <details className="mt-2 text-sm text-ink-2">
          <summary className="hover:text-ink">{leg.attempts.length} attempts ▾</summary>
          <ol className="mt-1.5 grid gap-1">
            {leg.attempts.map((attempt) => (
              <li key={attempt.n} className="flex flex-wrap gap-x-3">
                <span className="figures">{attempt.n}.</span>
                <When at={attempt.at} timeZone={timeZone} />
                <span>{attempt.outcome ?? "no answer yet"}</span>
                {attempt.requestId && (
                  <span className="font-mono text-xs break-all text-ink-3">{attempt.requestId}</span>
                )}
              </li>
            ))}
          </ol>
        </details>
      )}
    </li>
  );
}
