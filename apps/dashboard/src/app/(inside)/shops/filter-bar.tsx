import Link from "next/link";
import { classes } from "../../../ui/classes.ts";
import { SearchBox } from "../../../ui/search-box.tsx";
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
      <div className="flex w-full flex-wrap gap-2 sm:flex-nowrap xl:w-auto">
        <SearchBox
          action="/shops"
          placeholder="Shop"
          label="Search shops by name"
          value={view.q}
          className="w-full xl:w-60"
        >
          {view.show !== "all" && <input type="hidden" name="show" value={view.show} />}
        </SearchBox>
        <SearchBox
          action="/shops/find"
          placeholder="Return, order, e-mail"
          label="Search returns in all shops by number, order or e-mail"
          value=""
          className="w-full xl:w-60"
        />
      </div>
    </div>
  );
}
