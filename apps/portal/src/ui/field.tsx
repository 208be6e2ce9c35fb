import type { ReactNode } from "react";

export const inputLook =
  "block w-full rounded-brand border border-edge bg-surface px-3.5 py-3 text-base text-ink placeholder:text-soft aria-[invalid=true]:border-risk aria-[invalid=true]:outline-1 aria-[invalid=true]:outline-risk";

/** A label, its hint and what is wrong with it, tied to the control that `children` makes from the given attributes. */
export function Field({
  id,
  label,
  hint,
  aside,
  problem,
  children,
}: {
  id: string;
  label: string;
  hint?: string;
  aside?: string;
  problem?: string | null | undefined;
  children: (control: ControlAttributes) => ReactNode;
}) {
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ");
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 flex justify-between gap-3 font-semibold text-sm">
        {label}
        {aside && <span className="font-normal text-soft">{aside}</span>}
      </label>
      {children({
        id,
        className: inputLook,
        "aria-describedby": described || undefined,
        "aria-invalid": problem ? true : undefined,
      })}
      {problem && (
        <p id={`${id}-problem`} className="mt-1.5 text-risk text-sm">
          {problem}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="mt-1.5 text-sm text-soft">
          {hint}
        </p>
      )}
    </div>
  );
}

export interface ControlAttributes {
  id: string;
  className: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}
