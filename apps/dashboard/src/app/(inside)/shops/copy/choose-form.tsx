"use client";
import { type MouseEvent, useState } from "react";
import { Button } from "../../../../ui/button.tsx";
import { Card } from "../../../../ui/card.tsx";
import { Select } from "../../../../ui/input.tsx";
import type { Asked } from "./asked.ts";

interface Choice {
  readonly handle: string;
  readonly name: string;
  readonly about: string;
  readonly mayChange: boolean;
}

interface Part {
  readonly section: Asked["sections"][number];
  readonly name: string;
  readonly about: string;
}

interface Props {
  shops: readonly Choice[];
  parts: readonly Part[];
  asked: Asked;
  missing: string | null;
}

/** A plain form: what is chosen stands in the address, and nothing is changed by looking. No shop is copied to itself. */
export function ChooseForm({ shops, parts, asked, missing }: Props) {
  const [from, setFrom] = useState(asked.from || shops[0]?.handle);
  return (
    <Card title="What to copy">
      <form action="/shops/copy" className="grid gap-6 lg:grid-cols-3">
        <div>
          <label htmlFor="from" className="mb-2 block text-sm font-medium">
            From
          </label>
          <Select id="from" name="from" value={from} onChange={({ target }) => setFrom(target.value)}>
            {shops.map(({ handle, name }) => (
              <option key={handle} value={handle}>
                {name}
              </option>
            ))}
          </Select>
        </div>
        <fieldset>
          <legend className="mb-2 text-sm font-medium">Which parts</legend>
          <div className="grid gap-2">
            {parts.map(({ section, name, about }) => (
              <Check
                key={section}
                name="section"
                value={section}
                label={name}
                about={about}
                checked={asked.sections.includes(section)}
              />
            ))}
          </div>
        </fieldset>
        <fieldset>
          <legend className="mb-2 text-sm font-medium">To</legend>
          <Button size="small" className="mb-3" onClick={tickAll}>
            Choose every shop
          </Button>
          <div className="grid max-h-72 gap-2 overflow-y-auto">
            {shops
              .filter(({ handle }) => handle !== from)
              .map(({ handle, name, about, mayChange }) => (
                <Check
                  key={handle}
                  name="to"
                  value={handle}
                  label={name}
                  about={mayChange ? about : "You may look at its settings, not change them"}
                  checked={asked.to.includes(handle)}
                  disabled={!mayChange}
                />
              ))}
          </div>
        </fieldset>
        <div className="flex flex-wrap items-center gap-3 lg:col-span-3">
          <Button type="submit">Show the differences</Button>
          <p role={missing ? "alert" : undefined} className="text-sm text-ink-2">
            {missing ?? "Nothing is changed before you have seen every difference."}
          </p>
        </div>
      </form>
    </Card>
  );
}

/** Every shop whose settings one may change. */
function tickAll({ currentTarget }: MouseEvent<HTMLButtonElement>): void {
  const shops = currentTarget.form?.querySelectorAll<HTMLInputElement>("input[name=to]:not(:disabled)");
  for (const shop of shops ?? []) shop.checked = true;
}

interface CheckProps {
  name: string;
  value: string;
  label: string;
  about: string;
  checked: boolean;
  disabled?: boolean;
}

function Check({ name, value, label, about, checked, disabled = false }: CheckProps) {
  return (
    <label className="flex items-start gap-2.5">
      <input
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={checked}
        disabled={disabled}
        className="mt-1 size-4 shrink-0 accent-accent"
      />
      <span>
        {label}
        <span className="block text-sm text-ink-2">{about}</span>
      </span>
    </label>
  );
}
