import Link from "next/link";
import type { ReactNode } from "react";
import { classes } from "../../../ui/classes.ts";
import { SearchIcon } from "../../../ui/icons.tsx";
import { hrefOf, shows, type View } from "./arrange.ts";

const words: Record<(typeof shows)[number], string> = {
  all: "All",
  attention: "Needs somebody",
  own: "Our own",
  clients: "Clients",
};

/** What is shown: by kind, by name; and a search for returns through every shop. All of it is part of the address. */
export function FilterBar({ view }: { view: View }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <nav aria-label="Which shops" className="flex flex-wrap gap-1.5">
        {shows.map((show) => {
          const here = show === view.show;
          return (
            <Link
              key={show}
              href={hrefOf("/shops", { ...view, show })}
              aria-current={here ? "page" : undefined}
              className={classes(
                "flex h-8 items-center rounded-full border px-3 text-sm touch:h-11",
                here
                  ? "border-accent-line bg-accent-soft text-accent-ink"
                  : "border-line bg-surface text-ink-2 hover:border-line-strong hover:text-ink",
              )}
            >
              {words[show]}
            </Link>
          );
        })}
      </nav>
      <div className="flex w-full flex-wrap gap-2 sm:w-auto">
        <SearchBox action="/shops" name="Shop" label="Search shops by name" value={view.q}>
          {view.show !== "all" && <input type="hidden" name="show" value={view.show} />}
        </SearchBox>
        <SearchBox
          action="/shops/find"
          name="Return, order, e-mail"
          label="Search returns in all shops by number, order or e-mail"
          value=""
        />
      </div>
    </div>
  );
}

interface BoxProps {
  action: string;
  name: string;
  label: string;
  value: string;
  children?: ReactNode;
}

export function SearchBox({ action, name, label, value, children }: BoxProps) {
  return (
    <form
      action={action}
      className="flex w-full items-center gap-2 rounded-lg border border-line-strong bg-raised px-2.5 text-ink-3 focus-within:border-control sm:w-60"
    >
      <SearchIcon />
      {children}
      <input
        type="search"
        name="q"
        defaultValue={value}
        aria-label={label}
        placeholder={name}
        className="h-9 w-full bg-transparent text-base text-ink outline-none placeholder:text-ink-3 touch:h-11"
      />
    </form>
  );
}
