import Link from "next/link";
import type { BatchNow } from "./batch-now.ts";
import { DecideAgain } from "./decide-again.tsx";

/** What was not done, by name, and why. What promises something else by now is shown with both, to be decided again. */
export function Failures({ shop, batch }: { shop: string; batch: BatchNow }) {
  const { failures, failed } = batch;
  return (
    <>
      <ul aria-label="Not done" className="mt-3 grid max-h-72 gap-2 overflow-y-auto">
        {failures.map(({ number, name, amount, problem, changed }) => (
          <li key={number} className="rounded-lg border border-risk-line bg-risk-soft px-3 py-2">
            <p className="figures flex flex-wrap gap-x-2 font-medium">
              <Link href={`/${shop}/returns/${number}`} className="underline underline-offset-4">
                R-{number}
              </Link>
              <span className="min-w-0 truncate">{name}</span>
              {!changed && <span className="ml-auto">{amount}</span>}
            </p>
            {changed && (
              <p className="figures text-sm">
                <del className="text-ink-2">{changed.seen}</del>{" "}
                <ins className="no-underline">now {changed.now}</ins>
              </p>
            )}
            <p className="text-sm text-ink-2">{problem}</p>
          </li>
        ))}
        {failed > failures.length && (
          <li className="text-sm text-ink-2">and {failed - failures.length} more</li>
        )}
      </ul>
      <DecideAgain shop={shop} batch={batch} />
    </>
  );
}
