"use client";

interface Props {
  legend: string;
  options: readonly { readonly value: string; readonly label: string }[];
  chosen: readonly string[];
  empty?: string;
  onChange(chosen: string[]): void;
}

/** Any of several, each with its own box. What was chosen and is not offered any more stays, so that saving does not lose it. */
export function CheckList({ legend, options, chosen, empty, onChange }: Props) {
  const gone = chosen.filter((value) => !options.some((option) => option.value === value));
  const all = [...options, ...gone.map((value) => ({ value, label: `${value} (not there any more)` }))];
  return (
    <fieldset>
      <legend className="text-sm text-ink-2">{legend}</legend>
      {all.length === 0 && <p className="mt-1 text-sm text-ink-2">{empty}</p>}
      <div className="mt-1.5 flex flex-wrap gap-x-5 gap-y-2">
        {all.map(({ value, label }) => (
          <label key={value} className="flex items-center gap-2 text-sm">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={chosen.includes(value)}
              onChange={(event) =>
                onChange(event.target.checked ? [...chosen, value] : chosen.filter((each) => each !== value))
              }
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
