"use client";
import { Button } from "../../../../../ui/button.tsx";
import { classes } from "../../../../../ui/classes.ts";
import { describedBy, Field } from "../../../../../ui/field.tsx";
import { Input, Select, Textarea } from "../../../../../ui/input.tsx";
import type { TypedReason } from "./reasons-form.ts";

interface Props {
  at: string;
  reason: TypedReason;
  wrong: Readonly<Record<string, string>>;
  first: boolean;
  last: boolean;
  onChange(part: Partial<TypedReason>): void;
  onMove(by: 1 | -1): void;
  onRemove(): void;
}

/** One reason: its words, what it asks for, and its finer reasons, folded away until they are wanted. */
export function ReasonFields({ at, reason, wrong, first, last, onChange, onMove, onRemove }: Props) {
  const finer = reason.subReasons.split("\n").filter((line) => line.trim() !== "").length;
  const called = reason.label || "this reason";
  const error = wrong[`${at}.subReasons`];
  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap items-end gap-3">
        <Field
          id={`${at}.label`}
          label={<Heading shown={first}>Reason</Heading>}
          error={wrong[`${at}.label`]}
          className="min-w-0 flex-1 basis-52"
        >
          <Input
            id={`${at}.label`}
            autoComplete="off"
            maxLength={120}
            value={reason.label}
            onChange={(event) => onChange({ label: event.target.value })}
            {...describedBy(`${at}.label`, { error: wrong[`${at}.label`] })}
          />
        </Field>
        <Field id={`${at}.photo`} label={<Heading shown={first}>Photo</Heading>} className="w-36">
          <Select
            id={`${at}.photo`}
            value={reason.photo}
            onChange={(event) => onChange({ photo: event.target.value as TypedReason["photo"] })}
          >
            <option value="never">Not asked for</option>
            <option value="optional">If they like</option>
            <option value="required">Required</option>
          </Select>
        </Field>
        <Field id={`${at}.note`} label={<Heading shown={first}>Note</Heading>} className="w-36">
          <Select
            id={`${at}.note`}
            value={reason.note}
            onChange={(event) => onChange({ note: event.target.value as TypedReason["note"] })}
          >
            <option value="optional">If they like</option>
            <option value="required">Required</option>
          </Select>
        </Field>
        <div className="flex gap-0.5 sm:h-9 sm:items-center">
          <Button size="small" look="quiet" disabled={first} onClick={() => onMove(-1)}>
            <span aria-hidden="true">↑</span>
            <span className="sr-only">Up: {called}</span>
          </Button>
          <Button size="small" look="quiet" disabled={last} onClick={() => onMove(1)}>
            <span aria-hidden="true">↓</span>
            <span className="sr-only">Down: {called}</span>
          </Button>
          <Button size="small" look="quiet" onClick={onRemove}>
            <span aria-hidden="true">✕</span>
            <span className="sr-only">Remove {called}</span>
          </Button>
        </div>
      </div>
      <details open={error ? true : undefined}>
        <summary className="w-fit cursor-pointer text-sm text-ink-2 hover:text-ink">
          {finer === 0 ? "Finer reasons…" : `${finer} finer ${finer === 1 ? "reason" : "reasons"}`}
        </summary>
        <Field id={`${at}.subReasons`} label="Finer reasons, one a line" error={error} className="mt-2">
          <Textarea
            id={`${at}.subReasons`}
            rows={3}
            value={reason.subReasons}
            placeholder={"Too tight at the waist\nToo short"}
            onChange={(event) => onChange({ subReasons: event.target.value })}
            {...describedBy(`${at}.subReasons`, { error })}
          />
        </Field>
      </details>
    </div>
  );
}

/** Said of every row; seen above the first, as in a table, where the rows are one line each. */
function Heading({ shown, children }: { shown: boolean; children: string }) {
  return <span className={classes(!shown && "sm:sr-only")}>{children}</span>;
}
