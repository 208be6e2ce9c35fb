import Link from "next/link";
import type { ReactNode } from "react";
import { classes } from "../../../ui/classes.ts";
import { hrefOf, type Sort, type View } from "./arrange.ts";

interface Props {
  by: Sort;
  view: View;
  number?: boolean;
  className?: string;
  children: ReactNode;
}

/** A column's head that sorts by it; pressed again, the other way round. Counts and amounts begin with the most. */
export function SortHead({ by, view, number = false, className, children }: Props) {
  const here = view.sort === by;
  const first = number ? "desc" : "asc";
  const dir = here ? (view.dir === "asc" ? "desc" : "asc") : first;
  return (
    <th
      scope="col"
      aria-sort={here ? (view.dir === "asc" ? "ascending" : "descending") : undefined}
      className={classes(
        "px-3 py-2.5 font-normal first:pl-5 last:pr-5 @max-md:px-1.5 @max-md:first:pl-4 @max-md:last:pr-4",
        number && "text-right",
        className,
      )}
    >
      <Link
        href={hrefOf("/shops", { ...view, sort: by, dir })}
        className={classes(
          "inline-flex items-center gap-1 whitespace-nowrap hover:text-ink",
          here && "text-ink",
        )}
      >
        {here && number && <Arrow dir={view.dir} />}
        {children}
        {here && !number && <Arrow dir={view.dir} />}
      </Link>
    </th>
  );
}

/** Beside the text and on its outer side, so that figures and heads line up. */
function Arrow({ dir }: { dir: View["dir"] }) {
  return <span aria-hidden="true">{dir === "asc" ? "↑" : "↓"}</span>;
}
