"use client";
import { useState } from "react";
import { Button } from "../../../../../ui/button.tsx";

/** The one time a key is shown. */
export function NewSecret({ name, secret }: { name: string; secret: string }) {
  const [copied, setCopied] = useState<"no" | "yes" | "failed">("no");
  const copy = () =>
    navigator.clipboard.writeText(secret).then(
      () => setCopied("yes"),
      () => setCopied("failed"),
    );
  return (
    <section
      aria-label={`The new key “${name}”`}
      className="mb-5 rounded-lg border border-accent-line bg-accent-soft p-4"
    >
      <p role="status" className="font-medium text-accent-ink">
        “{name}” is ready. Copy it now: it is shown only this once.
      </p>
      <p className="mt-1 text-sm text-ink-2">
        Whoever has it may do what you ticked. Keep it where you keep passwords.
      </p>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <code className="rounded-md border border-line bg-raised px-2 py-1 font-mono text-xs break-all text-ink select-all">
          {secret}
        </code>
        <Button size="small" onClick={copy}>
          {copied === "yes" ? "Copied" : "Copy"}
          <span className="sr-only"> the key</span>
        </Button>
        <span role="status" className="text-sm">
          {copied === "failed" && "Your browser did not allow it; select the key and copy it."}
        </span>
      </div>
    </section>
  );
}
