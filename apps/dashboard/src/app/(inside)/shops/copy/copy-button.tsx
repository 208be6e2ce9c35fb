"use client";
import { unstable_rethrow } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "../../../../ui/button.tsx";
import { Spinner } from "../../../../ui/spinner.tsx";
import { copy } from "./actions.ts";
import type { Asked } from "./asked.ts";

interface Props {
  asked: Asked;
  sourceStand: string;
  to: readonly { readonly handle: string; readonly basedOn: string }[];
  names: readonly string[];
}

/** Copies exactly what is shown above: a shop whose settings changed since says so and keeps them. */
export function CopyButton({ asked, sourceStand, to, names }: Props) {
  const [pending, start] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const press = () =>
    start(async () => {
      const { from, sections } = asked;
      const answer = await copy({ from, sections: [...sections], sourceStand, to: [...to] }).catch(
        (error: unknown) => {
          unstable_rethrow(error);
          return { problem: "Kept did not answer. Look below whether it was done; asking again is safe." };
        },
      );
      setProblem(answer?.problem ?? null);
    });
  if (to.length === 0)
    return <p className="text-ink-2">Nothing would change anywhere, so there is nothing to copy.</p>;
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button look="primary" aria-disabled={pending || undefined} onClick={() => !pending && press()}>
        {pending && <Spinner />}
        {pending ? "Copying…" : `Copy to ${names.length === 1 ? names[0] : `${names.length} shops`}`}
      </Button>
      <p
        role={problem ? "alert" : undefined}
        className={problem ? "text-sm text-risk-ink" : "text-sm text-ink-2"}
      >
        {problem ?? "Every shop gets all of it or says why not. One click takes the whole copy back."}
      </p>
    </div>
  );
}
