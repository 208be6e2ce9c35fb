"use client";
import { useState } from "react";
import { Button } from "../../../../../ui/button.tsx";

/** The one time a signing secret is shown. */
export function SigningSecret({ url, secret }: { url: string; secret: string }) {
  const [copied, setCopied] = useState<"no" | "yes" | "failed">("no");
  const copy = () =>
    navigator.clipboard.writeText(secret).then(
      () => setCopied("yes"),
      () => setCopied("failed"),
    );
  return (
    <section
      aria-label={`The signing secret of ${url}`}
      className="mb-5 rounded-lg border border-accent-line bg-accent-soft p-4"
    >
      <p role="status" className="font-medium break-words text-accent-ink">
        {url} is told from now on. Copy its secret now: it is shown only this once.
      </p>
      <p className="mt-1 text-sm text-ink-2">
        Every letter is signed with it by the Standard Webhooks scheme. Check the signature before you believe
        a letter.
      </p>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <code className="rounded-md border border-line bg-raised px-2 py-1 font-mono text-xs break-all text-ink select-all">
          {secret}
        </code>
        <Button size="small" onClick={copy}>
          {copied === "yes" ? "Copied" : "Copy"}
        </Button>
        {copied === "failed" && (
          <p role="alert" className="text-sm text-risk-ink">
            The browser does not let pages copy. Select it and copy it by hand.
          </p>
        )}
      </div>
    </section>
  );
}
