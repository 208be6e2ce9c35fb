import { SearchBox } from "../../../../ui/search-box.tsx";
import { keptBySearch, type ListAddress } from "./list-address.ts";

/** The search is part of the address, beside what the list is narrowed to and its order. */
export function Search({ action, address }: { action: string; address: ListAddress }) {
  return (
    <SearchBox
      action={action}
      label="Search returns by number, order, e-mail or item"
      placeholder="Number, order, e-mail, item"
      value={address.q ?? ""}
      className="min-w-0 flex-1 basis-44 sm:w-80 sm:flex-none"
    >
      {keptBySearch(address).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </SearchBox>
  );
}
