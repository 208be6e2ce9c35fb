"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Notice } from "../../../../../ui/notice.tsx";
import { Spinner } from "../../../../../ui/spinner.tsx";

const quickMs = 700;
const slowMs = 5_000;
const patienceMs = 20_000;

/** Reads the page anew while money is on its way; after a while less often, and says that it goes on without this page. */
export function IssuingWatch({ title, detail }: { title: string; detail: string }) {
  const router = useRouter();
  const [slow, setSlow] = useState(false);
  const [reached, setReached] = useState(true);
  useEffect(() => {
    const patience = setTimeout(() => setSlow(true), patienceMs);
    return () => clearTimeout(patience);
  }, []);
  useEffect(() => {
    const pause = slow || !reached ? slowMs : quickMs;
    const timer = setInterval(async () => {
      if (document.visibilityState !== "visible") return;
      const there = await isThere();
      setReached(there);
      if (there) router.refresh();
    }, pause);
    return () => clearInterval(timer);
  }, [router, slow, reached]);
  return (
    <Notice
      title={
        <span className="flex items-center gap-2" role="status">
          <Spinner />
          {title}
        </span>
      }
    >
      {!reached
        ? "No connection to Kept just now. It goes on without this page, and nothing is sent twice."
        : slow
          ? "This takes longer than usual. You can close this page; it goes on, and nothing is sent twice."
          : detail}
    </Notice>
  );
}

/** Asked first, because a page that is read anew over a broken line would be replaced by the browser's own. */
function isThere(): Promise<boolean> {
  return fetch("/healthz", { cache: "no-store", signal: AbortSignal.timeout(slowMs) }).then(
    (answer) => answer.ok,
    () => false,
  );
}
