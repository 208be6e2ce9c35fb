"use client";

interface Props {
  name: string;
  value: "yes" | "no";
  words: { readonly yes: string; readonly no: string };
  onChange(value: "yes" | "no"): void;
}

export function YesNo({ name, value, words, onChange }: Props) {
  return (
    <div className="flex flex-wrap gap-x-5 gap-y-2">
      {(["yes", "no"] as const).map((each) => (
        <label key={each} className="flex items-center gap-2 text-sm">
          <input
            type="radio"
            name={name}
            className="size-4 accent-accent"
            checked={value === each}
            onChange={() => onChange(each)}
          />
          {words[each]}
        </label>
      ))}
    </div>
  );
}
