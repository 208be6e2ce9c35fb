"use client";
import { useId } from "react";
import { Switch } from "../../../../../ui/switch.tsx";

interface Props {
  label: string;
  hint: string;
  on: boolean;
  onChange(on: boolean): void;
}

/** Something that is on or off, with what it means. */
export function SwitchRow({ label, hint, on, onChange }: Props) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-6">
      <div>
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <p className="mt-0.5 text-sm text-ink-2">{hint}</p>
      </div>
      <Switch id={id} checked={on} onChange={(event) => onChange(event.target.checked)} />
    </div>
  );
}
