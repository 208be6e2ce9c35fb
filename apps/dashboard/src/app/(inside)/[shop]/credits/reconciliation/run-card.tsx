"use client";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { ActButton } from "../../../../../ui/act-button.tsx";
import { reconcileNow } from "./actions.ts";

interface Props {
  shop: string;
  running: boolean;
  done: number;
  accounts: number;
  mayStart: boolean;
  children: ReactNode;
}

const pauseMs = 2_000;
/** A run that takes longer goes on; the page only stops looking by itself. */
const looks = 300;

/** How the comparison goes on: accounts done of accounts in all. The page looks again every two seconds while it runs. */
export function RunCard({ shop, running, done, accounts, mayStart, children }: Props) {
  const router = useRouter();
  const [looked, setLooked] = useState(0);
  useEffect(() => {
    if (!running || looked >= looks) return;
    const timer = setTimeout(() => {
      router.refresh();
      setLooked(looked + 1);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [running, looked, router]);
  return (
    <section
      aria-label="Comparison with Shopify"
      className="mb-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-xl border border-line bg-surface px-4 py-3.5 sm:px-5"
    >
      <div className="min-w-0 flex-1 basis-72">
        {children}
        {running && (
          <>
            <progress
              max={Math.max(accounts, 1)}
              value={done}
              aria-label="Accounts compared"
              className="mt-2.5 block h-1.5 w-full max-w-md appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
            />
            <p className="figures mt-1 text-sm text-ink-2" role="status">
              {done.toLocaleString("en-US")} of {accounts.toLocaleString("en-US")} accounts. You may leave
              this page.
            </p>
          </>
        )}
      </div>
      {mayStart && !running && (
        <div>
          <ActButton
            label="Reconcile now"
            about="with Shopify"
            busy="Starting…"
            act={() => reconcileNow(shop)}
          />
        </div>
      )}
    </section>
  );
}
