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
  useEffect(() => {
    const patience = setTimeout(() => setSlow(true), patienceMs);
    return () => clearTimeout(patience);
  }, []);
  useEffect(() => {
    const timer = setInterval(
      () => {
        if (document.visibilityState === "visible" && navigator.onLine) router.refresh();
      },
      slow ? slowMs : quickMs,
    );
    return () => clearInterval(timer);
  }, [router, slow]);
  return (
    <Notice
      title={
        <span className="flex items-center gap-2" role="status">
          <Spinner />
          {title}
        </span>
      }
    >
      {slow
        ? "This takes longer than usual. You can close this page; it goes on, and nothing is sent twice."
        : detail}
    </Notice>
  );
}
