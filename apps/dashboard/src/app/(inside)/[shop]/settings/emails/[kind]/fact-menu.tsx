"use client";
import type { LetterFact } from "@kept/domain";
import { factWords } from "../letter-words.ts";

/** The facts this e-mail can name. Choosing one puts it where the cursor stood. */
export function FactMenu({
  facts,
  insert,
}: {
  facts: readonly LetterFact[];
  insert(fact: LetterFact): void;
}) {
  return (
    <fieldset>
      <legend className="text-sm font-medium">Insert a fact</legend>
      <p className="mt-0.5 mb-2 text-sm text-ink-2">It goes where your cursor stood last.</p>
      <ul className="flex flex-wrap gap-1.5">
        {facts.map((fact) => (
          <li key={fact}>
            <button
              type="button"
              title={`{{${fact}}}`}
              onClick={() => insert(fact)}
              className="h-7 rounded-full border border-line-strong bg-raised px-2.5 text-sm hover:bg-hover disabled:cursor-not-allowed disabled:opacity-55 touch:h-9"
            >
              {factWords[fact]}
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
