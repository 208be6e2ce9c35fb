import type { ReturnView } from "@kept/domain";
import Link from "next/link";
import { classes } from "../../../../ui/classes.ts";

const views: readonly { view: ReturnView; label: string }[] = [
  { view: "requested", label: "Requested" },
  { view: "to_issue", label: "To issue" },
  { view: "in_review", label: "In review" },
  { view: "done", label: "Done" },
  { view: "all", label: "All" },
];

export function asView(wanted: string | undefined, otherwise: ReturnView): ReturnView {
  return views.find(({ view }) => view === wanted)?.view ?? otherwise;
}

interface Props {
  view: ReturnView;
  counts: Record<ReturnView, number>;
  href(view: ReturnView): string;
}

/** The saved views. Each is an address, so a colleague who gets the link sees the same. */
export function ViewTabs({ view, counts, href }: Props) {
  return (
    <nav aria-label="Views" className="mb-4 overflow-x-auto border-b border-line">
      <ul className="flex lg:gap-1">
        {views.map((one) => {
          const here = one.view === view;
          const urgent = one.view === "in_review" && counts[one.view] > 0;
          return (
            <li key={one.view}>
              <Link
                href={href(one.view)}
                aria-current={here ? "page" : undefined}
                className={classes(
                  "-mb-px flex h-10 items-center gap-2 border-b-2 px-2 lg:px-2.5 whitespace-nowrap",
                  here ? "border-accent-ink text-ink" : "border-transparent text-ink-2 hover:text-ink",
                )}
              >
                {one.label}
                <span
                  className={classes(
                    "figures rounded-full px-1.5 text-xs",
                    urgent ? "bg-risk-soft text-risk-ink" : "bg-hover text-ink-2",
                  )}
                >
                  {counts[one.view].toLocaleString("en-US")}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
