import { countedTo, type ReturnView, type SavedView } from "@kept/domain";
import Link from "next/link";
import { classes } from "../../../../ui/classes.ts";
import { few } from "../../../../ui/few.ts";
import { TabBar } from "../../../../ui/tab-bar.tsx";
import { addressOf, type ListAddress, listHref } from "./list-address.ts";

const views: readonly { view: ReturnView; label: string }[] = [
  { view: "requested", label: "Requested" },
  { view: "to_issue", label: "To issue" },
  { view: "in_review", label: "In review" },
  { view: "done", label: "Done" },
  { view: "all", label: "All" },
];

interface Props {
  shop: string;
  address: ListAddress;
  counts: Record<ReturnView, number>;
  saved: readonly SavedView[];
}

/** The tabs, which a search stays in, and after them the views somebody saved. Each is an address, so a colleague who gets the link sees the same. */
export function ViewTabs({ shop, address, counts, saved }: Props) {
  const now = listHref(shop, address);
  const own = saved.map((each) => ({ ...each, href: listHref(shop, addressOf(each)) }));
  const inOwn = own.some(({ href }) => href === now);
  return (
    <TabBar label="Views" className="mb-4">
      <ul className="flex lg:gap-1">
        {views.map(({ view, label }) => (
          <li key={view}>
            <Tab
              href={listHref(shop, address.q ? address : { view }, { view })}
              here={view === address.view && !inOwn}
            >
              {label}
              <Count of={counts[view]} urgent={view === "in_review" && counts[view] > 0} />
            </Tab>
          </li>
        ))}
        {own.map(({ id, href, name, forEverybody }) => (
          <li key={id} className="first-of-type:ml-2">
            <Tab href={href} here={href === now}>
              <span aria-hidden="true" className="text-ink-3">
                {forEverybody ? "◆" : "◇"}
              </span>
              {name}
              <span className="sr-only">{forEverybody ? ", saved for everybody" : ", saved for you"}</span>
            </Tab>
          </li>
        ))}
      </ul>
    </TabBar>
  );
}

function Tab({ href, here, children }: { href: string; here: boolean; children: React.ReactNode }) {
  return (
    <Link
      href={href}
      aria-current={here ? "page" : undefined}
      className={classes(
        "-mb-px flex h-10 items-center gap-2 border-b-2 px-2 whitespace-nowrap lg:px-2.5",
        here ? "border-accent-ink text-ink" : "border-transparent text-ink-2 hover:text-ink",
      )}
    >
      {children}
    </Link>
  );
}

function Count({ of, urgent }: { of: number; urgent: boolean }) {
  return (
    <span
      className={classes(
        "figures rounded-full px-1.5 text-xs",
        urgent ? "bg-risk-soft text-risk-ink" : "bg-hover text-ink-2",
      )}
    >
      {few(of, countedTo)}
    </span>
  );
}
