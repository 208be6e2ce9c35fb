"use client";
import { Button } from "../ui/button.tsx";

interface Props {
  error: Error & { digest?: string };
  retry(): void;
}

/** The last boundary: what happened, what was not lost, what to do. Never the error's own words. */
export default function Trouble({ error, retry }: Props) {
  return (
    <main className="mx-auto flex min-h-[70dvh] max-w-md flex-col items-start justify-center gap-6 px-6">
      <div>
        <h1 className="text-2xl">This page could not be loaded</h1>
        <p className="mt-2 text-ink-2">
          A part of Kept did not answer. Nothing was lost, and no money was moved by this page.
        </p>
        {error.digest && <p className="mt-2 font-mono text-sm text-ink-3">Reference {error.digest}</p>}
      </div>
      <Button look="primary" onClick={retry}>
        Try again
      </Button>
    </main>
  );
}
