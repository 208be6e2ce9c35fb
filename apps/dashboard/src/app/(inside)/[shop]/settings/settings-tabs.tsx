"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { classes } from "../../../../ui/classes.ts";

const tabs = [
  { path: "resolutions", label: "Resolutions" },
  { path: "policy", label: "Policy" },
  { path: "fees", label: "Fees" },
  { path: "automation", label: "Automation" },
  { path: "branding", label: "Branding" },
  { path: "portal-address", label: "Portal" },
  { path: "emails", label: "E-mails" },
  { path: "shopify", label: "Shopify" },
  { path: "limits", label: "Limits" },
  { path: "team", label: "Team" },
  { path: "api", label: "API" },
  { path: "webhooks", label: "Webhooks" },
  { path: "audit", label: "Audit log" },
];

export function SettingsTabs({ shop }: { shop: string }) {
  const path = usePathname();
  const bar = useRef<HTMLElement>(null);
  // On a phone the bar is wider than the screen: where one is must be in sight.
  useEffect(() => {
    const here = [...(bar.current?.querySelectorAll("a") ?? [])].find(({ pathname }) =>
      path.startsWith(pathname),
    );
    if (bar.current && here)
      bar.current.scrollLeft = here.offsetLeft - (bar.current.clientWidth - here.offsetWidth) / 2;
  }, [path]);
  return (
    <nav ref={bar} aria-label="Settings" className="relative mb-6 overflow-x-auto border-b border-line">
      <ul className="flex gap-1">
        {tabs.map((tab) => {
          const href = `/${shop}/settings/${tab.path}`;
          const here = path.startsWith(href);
          return (
            <li key={tab.path}>
              <Link
                href={href}
                aria-current={here ? "page" : undefined}
                className={classes(
                  "-mb-px flex h-10 items-center border-b-2 px-2.5 whitespace-nowrap",
                  here ? "border-accent-ink text-ink" : "border-transparent text-ink-2 hover:text-ink",
                )}
              >
                {tab.label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
