"use client";
import type { Repair } from "@kept/domain";
import { describedBy, Field } from "../../../../../ui/field.tsx";
import { Input, Select } from "../../../../../ui/input.tsx";
import type { TypedBrand } from "./brand-form.ts";
import { cornerWords, fontWords } from "./brand-words.ts";

interface Props {
  typed: TypedBrand;
  repairs: readonly Repair[];
  wrong: Readonly<Record<string, string>>;
  change(part: Partial<TypedBrand>): void;
}

const logoHint = "A picture on the web, https only. Shown at most 176 × 36 in the portal.";

/** Color, logo, corners, letter forms. */
export function LooksFields({ typed, repairs, wrong, change }: Props) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field id="brand-color" label="Color" error={wrong.color}>
        <span className="flex gap-2">
          <input
            type="color"
            aria-label="Pick a color"
            value={/^#[0-9a-f]{6}$/i.test(typed.color) ? typed.color : "#23211e"}
            onChange={(event) => change({ color: event.target.value })}
            className="h-9 w-11 shrink-0 cursor-pointer rounded-lg border border-control/60 bg-raised p-1 touch:h-11"
          />
          <Input
            id="brand-color"
            value={typed.color}
            placeholder="#23211e"
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => change({ color: event.target.value })}
            {...describedBy("brand-color", { error: wrong.color })}
          />
        </span>
        <Repairs repairs={repairs} />
      </Field>
      <Field id="brand-logo" label="Logo" hint={logoHint} error={wrong.logoUrl}>
        <Input
          id="brand-logo"
          type="url"
          value={typed.logoUrl}
          placeholder="https://cdn.shopify.com/…"
          autoComplete="off"
          onChange={(event) => change({ logoUrl: event.target.value })}
          {...describedBy("brand-logo", { hint: logoHint, error: wrong.logoUrl })}
        />
      </Field>
      <Field id="brand-radius" label="Corners">
        <Select
          id="brand-radius"
          value={typed.radius}
          onChange={(event) => change({ radius: event.target.value as TypedBrand["radius"] })}
        >
          <Options words={cornerWords} />
        </Select>
      </Field>
      <Field id="brand-font" label="Letters">
        <Select
          id="brand-font"
          value={typed.font}
          onChange={(event) => change({ font: event.target.value as TypedBrand["font"] })}
        >
          <Options words={fontWords} />
        </Select>
      </Field>
    </div>
  );
}

function Options({ words }: { words: Readonly<Record<string, string>> }) {
  return Object.entries(words).map(([value, name]) => (
    <option key={value} value={value}>
      {name}
    </option>
  ));
}

/** Says where the color gives way so that everybody can read the page. */
function Repairs({ repairs }: { repairs: readonly Repair[] }) {
  if (repairs.length === 0)
    return <p className="text-sm text-ink-2">Readable as it is, by day and by night.</p>;
  return (
    <ul className="grid gap-1 text-sm text-ink-2" aria-live="polite">
      {repairs.map(({ where, when, becomes }) => (
        <li key={`${where} ${when}`} className="flex items-center gap-2">
          <span
            aria-hidden="true"
            className="size-3.5 shrink-0 rounded-sm border border-line"
            style={{ backgroundColor: becomes }}
          />
          {where === "buttons" ? "Buttons" : "Words"} by {when} use {becomes}, so that everybody can read
          them.
        </li>
      ))}
    </ul>
  );
}
