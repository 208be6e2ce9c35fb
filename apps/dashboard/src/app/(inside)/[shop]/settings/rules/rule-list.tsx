"use client";
import type { ReactNode } from "react";
import { Button } from "../../../../../ui/button.tsx";
import { describedBy, Field } from "../../../../../ui/field.tsx";
import { Input } from "../../../../../ui/input.tsx";
import type { Choices } from "./choices.ts";
import { ConditionsFields } from "./conditions-fields.tsx";
import type { TypedConditions } from "./conditions-form.ts";

export interface TypedRule {
  readonly id: string;
  readonly name: string;
  readonly when: TypedConditions;
}

interface Props<T extends TypedRule> {
  /** What the rules are called by: `approvalRules` has approvalRules.0.name. */
  at: string;
  rules: readonly T[];
  choices: Choices;
  wrong: Readonly<Record<string, string>>;
  /** What the list is about where it is empty. */
  empty: string;
  add: string;
  fresh: Omit<T, keyof TypedRule>;
  /** What a rule does when it holds. */
  then(rule: T, index: number, change: (part: Partial<T>) => void): ReactNode;
  onChange(rules: readonly T[]): void;
}

/** Rules in their sequence: the first that holds decides. They are moved with buttons, so that a keyboard can. */
export function RuleList<T extends TypedRule>(props: Props<T>) {
  const { at, rules, choices, wrong, empty, add, fresh, then, onChange } = props;
  const put = (index: number, part: Partial<T>) =>
    onChange(rules.map((rule, each) => (each === index ? { ...rule, ...part } : rule)));
  const move = (index: number, by: 1 | -1) => {
    const next = [...rules];
    next.splice(index + by, 0, ...next.splice(index, 1));
    onChange(next);
  };
  const another = () => {
    const id = `rule_${crypto.randomUUID().slice(0, 8)}`;
    onChange([...rules, { ...fresh, id, name: "", when: {} } as unknown as T]);
  };
  return (
    <div className="grid gap-4">
      {rules.length === 0 && <p className="text-sm text-ink-2">{empty}</p>}
      <ol className="grid gap-4">
        {rules.map((rule, index) => {
          const name = `${at}.${index}.name`;
          const called = rule.name || `rule ${index + 1}`;
          return (
            <li key={rule.id} className="rounded-xl border border-line p-4">
              <div className="flex flex-wrap items-start gap-3">
                <span className="figures mt-8 w-5 text-sm text-ink-2" aria-hidden="true">
                  {index + 1}.
                </span>
                <Field
                  id={name}
                  label="Name of the rule"
                  error={wrong[name]}
                  className="min-w-0 flex-1 basis-48"
                >
                  <Input
                    id={name}
                    autoComplete="off"
                    maxLength={120}
                    value={rule.name}
                    onChange={(event) => put(index, { name: event.target.value } as Partial<T>)}
                    {...describedBy(name, { error: wrong[name] })}
                  />
                </Field>
                <div className="mt-7 flex gap-1">
                  <Button size="small" look="quiet" disabled={index === 0} onClick={() => move(index, -1)}>
                    Up<span className="sr-only">: {called}</span>
                  </Button>
                  <Button
                    size="small"
                    look="quiet"
                    disabled={index === rules.length - 1}
                    onClick={() => move(index, 1)}
                  >
                    Down<span className="sr-only">: {called}</span>
                  </Button>
                  <Button
                    size="small"
                    look="quiet"
                    onClick={() => onChange(rules.filter((_, each) => each !== index))}
                  >
                    Remove<span className="sr-only"> {called}</span>
                  </Button>
                </div>
              </div>
              <div className="mt-4 grid gap-4 sm:ml-8">
                <ConditionsFields
                  at={`${at}.${index}.when`}
                  typed={rule.when}
                  choices={choices}
                  wrong={wrong}
                  onChange={(when) => put(index, { when } as Partial<T>)}
                />
                {then(rule, index, (part) => put(index, part))}
              </div>
            </li>
          );
        })}
      </ol>
      <div>
        <Button onClick={another}>{add}</Button>
      </div>
    </div>
  );
}
