"use client";
import type { ConditionName } from "@kept/domain";
import { Button } from "../../../../../ui/button.tsx";
import { FieldError } from "../../../../../ui/field.tsx";
import { Select } from "../../../../../ui/input.tsx";
import type { Choices } from "./choices.ts";
import { ConditionField } from "./condition-field.tsx";
import { conditionNames } from "./condition-names.ts";
import { freshCondition, type TypedConditions } from "./conditions-form.ts";

interface Props {
  at: string;
  typed: TypedConditions;
  choices: Choices;
  wrong: Readonly<Record<string, string>>;
  onChange(typed: TypedConditions): void;
}

/** When a rule holds: every condition here must be met. Without any it always holds. */
export function ConditionsFields({ at, typed, choices, wrong, onChange }: Props) {
  const there = conditionNames.filter(({ name }) => typed[name] !== undefined);
  const others = conditionNames.filter(({ name }) => typed[name] === undefined);
  const without = (name: ConditionName) =>
    Object.fromEntries(Object.entries(typed).filter(([each]) => each !== name));
  return (
    <fieldset className="grid gap-3">
      <legend className="text-sm font-medium">
        {there.length === 0 ? "Always, for every return" : "Only when all of this is so"}
      </legend>
      {there.map(({ name, label }) => (
        <div key={name} className="mt-2 rounded-lg border border-line bg-sunken/50 p-3">
          <div className="mb-2 flex items-center justify-between gap-3">
            <p className="text-sm font-medium">{label}</p>
            <Button look="quiet" size="small" onClick={() => onChange(without(name))}>
              Remove<span className="sr-only"> the condition: {label}</span>
            </Button>
          </div>
          <ConditionField
            name={name}
            at={`${at}.${name}`}
            typed={typed}
            choices={choices}
            wrong={wrong}
            onChange={(part) => onChange({ ...typed, ...part })}
          />
          <FieldError id={`${at}.${name}-all`} error={wrong[`${at}.${name}`]} />
        </div>
      ))}
      <Select
        aria-label="Add a condition"
        value=""
        className="mt-1 w-56"
        onChange={(event) =>
          onChange({ ...typed, ...freshCondition(event.target.value as ConditionName, choices.currency) })
        }
      >
        <option value="">Add a condition…</option>
        {others.map(({ name, label }) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </Select>
    </fieldset>
  );
}
