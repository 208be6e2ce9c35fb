import { SearchIcon } from "../../../../ui/icons.tsx";

/** A plain form: the search is part of the address. */
export function Search({ action, view, value }: { action: string; view: string; value: string }) {
  return (
    <form
      action={action}
      className="flex w-full items-center gap-2 rounded-lg border border-line-strong bg-raised px-2.5 text-ink-3 focus-within:border-control sm:w-80"
    >
      <SearchIcon />
      {value && <input type="hidden" name="view" value={view} />}
      <input
        type="search"
        name="q"
        defaultValue={value}
        aria-label="Search returns by number, order, e-mail or item"
        placeholder="Number, order, e-mail, item"
        className="h-9 w-full bg-transparent text-base text-ink outline-none placeholder:text-ink-3 touch:h-11"
      />
    </form>
  );
}
