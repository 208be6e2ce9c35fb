import { SearchIcon } from "../../../../ui/icons.tsx";
import type { ListAddress } from "./list-address.ts";

/** A plain form: the search is part of the address, beside what the list is narrowed to. */
export function Search({ action, address }: { action: string; address: ListAddress }) {
  const kept = {
    view: address.q ? address.view : undefined,
    resolution: address.resolution,
    age: address.age,
  };
  return (
    <form
      action={action}
      className="flex min-w-0 flex-1 basis-44 items-center gap-2 rounded-lg border border-line-strong bg-raised px-2.5 text-ink-3 focus-within:border-control sm:w-80 sm:flex-none"
    >
      <SearchIcon />
      {Object.entries(kept).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <input
        type="search"
        name="q"
        defaultValue={address.q ?? ""}
        aria-label="Search returns by number, order, e-mail or item"
        placeholder="Number, order, e-mail, item"
        className="h-9 w-full bg-transparent text-base text-ink outline-none placeholder:text-ink-3 touch:h-11"
      />
    </form>
  );
}
