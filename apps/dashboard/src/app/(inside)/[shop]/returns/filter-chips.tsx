import Link from "next/link";
import { classes } from "../../../../ui/classes.ts";
import { CheckIcon, UpDownIcon } from "../../../../ui/icons.tsx";
import { resolutionWords, statusWords } from "../../../../ui/return-status.tsx";
import { ages, type ListAddress, listHref, orderOf, statusesOf } from "./list-address.ts";

const sorts = {
  newest: "Newest first",
  oldest: "Oldest first",
  largest: "Largest amount",
  smallest: "Smallest amount",
} as const;

/** What the list is narrowed to. A chip is a link: pressing it again takes it away. */
export function FilterChips({ shop, address }: { shop: string; address: ListAddress }) {
  const to = (change: Partial<ListAddress>) => listHref(shop, address, change);
  const { resolution, status, age, q } = address;
  const order = orderOf(address);
  return (
    <div className="flex items-start gap-1.5">
      <ul
        aria-label="Filters"
        className="-m-1 flex min-w-0 flex-1 gap-1.5 overflow-x-auto p-1 sm:flex-wrap sm:overflow-visible"
      >
        {(Object.keys(resolutionWords) as (keyof typeof resolutionWords)[]).map((each) => (
          <Chip
            key={each}
            on={resolution === each}
            href={to({ resolution: resolution === each ? undefined : each })}
          >
            {resolutionWords[each]}
          </Chip>
        ))}
        {statusesOf[address.view].map((each) => (
          <Chip key={each} on={status === each} href={to({ status: status === each ? undefined : each })}>
            {each === "approved" ? "Approved" : statusWords(each)}
          </Chip>
        ))}
        {(Object.keys(ages) as (keyof typeof ages)[]).map((each) => (
          <Chip key={each} on={age === each} href={to({ age: age === each ? undefined : each })}>
            {ages[each].words}
          </Chip>
        ))}
        {q && (
          <Chip on href={to({ q: undefined })}>
            “{q}”
          </Chip>
        )}
      </ul>
      <details className="relative shrink-0">
        <summary className="flex h-7 items-center gap-1.5 rounded-full px-2 text-sm text-ink-2 hover:bg-hover hover:text-ink touch:h-9">
          <span className="sr-only">Sorted by: </span>
          {sorts[order]}
          <UpDownIcon className="text-ink-3" />
        </summary>
        <ul className="absolute right-0 z-20 mt-1 w-48 rounded-xl border border-line-strong bg-raised p-1.5">
          {(Object.keys(sorts) as (keyof typeof sorts)[])
            .filter((each) => !(q || status) || each === "newest" || each === "oldest")
            .map((each) => (
              <li key={each}>
                <Link
                  href={to({ sort: each })}
                  aria-current={order === each || undefined}
                  className="flex items-center justify-between rounded-lg px-2 py-1.5 hover:bg-hover"
                >
                  {sorts[each]}
                  {order === each && <CheckIcon className="text-accent-ink" />}
                </Link>
              </li>
            ))}
        </ul>
      </details>
    </div>
  );
}

function Chip({ on, href, children }: { on: boolean; href: string; children: React.ReactNode }) {
  return (
    <li>
      <Link
        href={href}
        prefetch={false}
        aria-current={on || undefined}
        className={classes(
          "inline-flex h-7 items-center gap-1.5 rounded-full border px-2.5 text-sm whitespace-nowrap touch:h-9",
          on
            ? "border-accent-line bg-accent-soft text-accent-ink"
            : "border-line text-ink-2 hover:border-line-strong hover:text-ink",
        )}
      >
        {children}
        {on && (
          <>
            <span aria-hidden="true">✕</span>
            <span className="sr-only"> (on; take away)</span>
          </>
        )}
      </Link>
    </li>
  );
}
