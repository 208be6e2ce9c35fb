import type { ReturnDetail } from "@kept/domain";
import Link from "next/link";
import { Amount } from "../../../../../ui/amount.tsx";
import { Card } from "../../../../../ui/card.tsx";
import { StatusBadge } from "../../../../../ui/return-status.tsx";
import { When } from "../../../../../ui/when.tsx";

/** What else this customer sent back. */
export function OthersCard({
  found,
  shop,
  timeZone,
}: {
  found: ReturnDetail;
  shop: string;
  timeZone: string;
}) {
  if (found.others.length === 0) return null;
  return (
    <Card title="Other returns" aside={<span className="figures">{found.others.length}</span>} flush>
      <ul>
        {found.others.map((other) => (
          <li key={other.number} className="border-b border-line last:border-0">
            <Link
              href={`/${shop}/returns/${other.number}`}
              prefetch={false}
              className="grid gap-1 px-4 py-2.5 hover:bg-hover/60 sm:px-5"
            >
              <span className="flex items-center justify-between gap-3">
                <span className="figures font-medium">R-{other.number}</span>
                <Amount of={other.total} />
              </span>
              <span className="flex items-center justify-between gap-3 text-sm text-ink-2">
                <span className="figures">
                  {other.orderName} · <When at={other.requestedAt} timeZone={timeZone} />
                </span>
                <StatusBadge {...other} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
