"use client";
import { CheckList } from "../rules/check-list.tsx";
import type { Choices } from "../rules/choices.ts";
import type { TypedWaiver } from "./fees-form.ts";

interface Props {
  typed: TypedWaiver;
  choices: Choices;
  onChange(part: Partial<TypedWaiver>): void;
}

/** Who need not pay. */
export function WaiverFields({ typed, choices, onChange }: Props) {
  return (
    <div className="mt-5 grid gap-4 border-t border-line pt-5">
      <label className="flex items-start gap-2.5">
        <input
          type="checkbox"
          className="mt-1 size-4 accent-accent"
          checked={typed.waivedForCredit}
          onChange={(event) => onChange({ waivedForCredit: event.target.checked })}
        />
        <span>
          <span className="text-sm font-medium">Nobody pays it who takes store credit</span>
          <span className="block text-sm text-ink-2">
            Often a stronger reason than a bonus, and it costs less.
          </span>
        </span>
      </label>
      <CheckList
        legend="Nobody pays it who returns because of"
        options={choices.reasons.map(({ key, label }) => ({ value: key, label }))}
        chosen={typed.exceptReasons}
        onChange={(exceptReasons) => onChange({ exceptReasons })}
      />
    </div>
  );
}
