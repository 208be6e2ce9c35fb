"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { classes } from "../classes.ts";
import { few, mostWaiting } from "../few.ts";
import {
  AccountIcon,
  CreditsIcon,
  CustomersIcon,
  HomeIcon,
  ReturnsIcon,
  SettingsIcon,
  ShopsIcon,
  TeamIcon,
} from "../icons.tsx";

export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly icon: keyof typeof icons;
  /** How many wait for a person. */
  readonly waiting?: number;
}

const icons = {
  home: HomeIcon,
  returns: ReturnsIcon,
  credits: CreditsIcon,
  customers: CustomersIcon,
  settings: SettingsIcon,
  shops: ShopsIcon,
  team: TeamIcon,
  account: AccountIcon,
};

export function NavLinks({ items }: { items: readonly NavItem[] }) {
  const path = usePathname();
  const active = items
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
  return (
    <ul className="flex justify-around md:flex-col md:gap-0.5">
      {items.map((item) => {
        const Icon = icons[item.icon];
        const here = item === active;
        return (
          <li key={item.href} className="min-w-0 flex-1 md:flex-none">
            <Link
              href={item.href}
              aria-current={here ? "page" : undefined}
              className={classes(
                "flex flex-col items-center gap-1 px-1 py-2 text-xs transition-colors md:h-9 md:flex-row md:gap-2.5 md:rounded-lg md:px-2.5 md:py-0 md:text-base",
                here ? "font-medium text-ink md:bg-hover" : "text-ink-2 hover:text-ink md:hover:bg-hover/70",
              )}
            >
              <Icon className={here ? "text-accent-ink" : ""} />
              <span className="md:flex-1">{item.label}</span>
              {item.waiting ? (
                <span className="figures hidden rounded-full bg-person-soft px-1.5 text-xs text-person-ink md:inline">
                  {few(item.waiting, mostWaiting)}
                  <span className="sr-only"> waiting</span>
                </span>
              ) : null}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
