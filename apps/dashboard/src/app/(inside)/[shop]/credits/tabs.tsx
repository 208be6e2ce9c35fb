"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { classes } from "../../../../ui/classes.ts";
import { TabBar } from "../../../../ui/tab-bar.tsx";

interface Props {
  shop: string;
  /** Differences that wait for a person. */
  open: number;
}

/** The three views of the money: every credit, what is owed in all, and whether Shopify agrees. */
export function CreditTabs({ shop, open }: Props) {
  const path = usePathname();
  const tabs = [
    { href: `/${shop}/credits`, label: "Every credit" },
    { href: `/${shop}/credits/owed`, label: "What you owe" },
    { href: `/${shop}/credits/reconciliation`, label: "Reconciliation", open },
  ];
  return (
    <TabBar label="Credits" className="mb-5">
      <ul className="flex lg:gap-1">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              aria-current={path === tab.href ? "page" : undefined}
              className={classes(
                "-mb-px flex h-10 items-center gap-2 border-b-2 px-2 whitespace-nowrap lg:px-2.5",
                path === tab.href
                  ? "border-accent-ink text-ink"
                  : "border-transparent text-ink-2 hover:text-ink",
              )}
            >
              {tab.label}
              {tab.open ? (
                <span className="figures rounded-full bg-person-soft px-1.5 text-xs text-person-ink">
                  {tab.open}
                  <span className="sr-only"> to look at</span>
                </span>
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
    </TabBar>
  );
}
