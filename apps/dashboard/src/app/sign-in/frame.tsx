import type { ReactNode } from "react";
import { Wordmark } from "../../ui/wordmark.tsx";

/** The pages before the door: one column, the name above it. */
export function Frame({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center px-6 py-12">
      <div className="mb-10">
        <Wordmark />
      </div>
      <h1 className="mb-6 text-2xl tracking-tight">{title}</h1>
      {children}
    </main>
  );
}
