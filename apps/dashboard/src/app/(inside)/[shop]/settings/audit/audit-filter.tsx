import { buttonClasses } from "../../../../../ui/button.tsx";
import { Select } from "../../../../../ui/input.tsx";
import { nouns } from "./audit-words.ts";

/** A plain form: the view is in the address, and works without script. */
export function AuditFilter({ act }: { act: string | undefined }) {
  return (
    <form className="flex items-end gap-2">
      <Select name="act" aria-label="What to show" defaultValue={act ?? ""}>
        <option value="">Everything</option>
        {Object.entries(nouns).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <button type="submit" className={buttonClasses({})}>
        Show
      </button>
    </form>
  );
}
