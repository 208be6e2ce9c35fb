"use client";
import { type ReactNode, useState } from "react";
import { Button } from "./button.tsx";

interface Props {
  /** What it is, for those who do not see where it stands: "The signing secret of https://…". */
  label: string;
  secret: string;
  /** What has just happened. */
  title: ReactNode;
  /** What to do with it. */
  children: ReactNode;
}

/** A secret, the one time it is shown. */
export function ShownOnce({ label, secret, title, children }: Props) {
  const [copied, setCopied] = useState<"no" | "yes" | "failed">("no");
  const copy = () =>
    navigator.clipboard.writeText(secret).then(
      () => setCopied("yes"),
      () => setCopied("failed"),
    );
  return (
    <section aria-label={label} className="mb-5 rounded-lg border border-accent-line bg-accent-soft p-4">
      <p role="status" className="font-medium break-words text-accent-ink">
        {title}
      </p>
      <p className="mt-1 text-sm text-ink-2">{children}</p>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <code className="rounded-md border border-line bg-raised px-2 py-1 font-mono text-xs break-all text-ink select-all">
          {secret}
        </code>
        <Button size="small" onClick={copy}>
          {copied === "yes" ? "Copied" : "Copy"}
          <span className="sr-only"> it</span>
        </Button>
        <span role="status" className="text-sm">
          {copied === "failed" && "Your browser did not allow it; select it and copy it by hand."}
        </span>
      </div>
    </section>
  );
}
