import { copySections } from "@kept/domain";
import { Button } from "../../../../ui/button.tsx";
import { Card } from "../../../../ui/card.tsx";
import { Select } from "../../../../ui/input.tsx";
import { type Asked, sectionWords } from "./asked.ts";

interface Choice {
  readonly handle: string;
  readonly name: string;
  readonly about: string;
  readonly mayChange: boolean;
}

interface Props {
  shops: readonly Choice[];
  asked: Asked;
  missing: string | null;
}

/** A plain form: what is chosen stands in the address, and nothing is changed by looking. */
export function ChooseForm({ shops, asked, missing }: Props) {
  return (
    <Card title="What to copy">
      <form action="/shops/copy" className="grid gap-6 lg:grid-cols-3">
        <div>
          <label htmlFor="from" className="mb-2 block text-sm font-medium">
            From
          </label>
          <Select id="from" name="from" defaultValue={asked.from || shops[0]?.handle}>
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
            {copySections.map((section) => (
              <Check
                key={section}
                name="section"
                value={section}
                label={sectionWords[section].name}
                about={sectionWords[section].about}
                checked={asked.sections.includes(section)}
              />
            ))}
          </div>
        </fieldset>
        <fieldset>
          <legend className="mb-2 text-sm font-medium">To</legend>
          <div className="grid max-h-72 gap-2 overflow-y-auto">
            {shops.map(({ handle, name, about, mayChange }) => (
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
