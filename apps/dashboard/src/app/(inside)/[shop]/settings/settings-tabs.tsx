"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { classes } from "../../../../ui/classes.ts";
import { TabBar } from "../../../../ui/tab-bar.tsx";

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
  return (
    <TabBar label="Settings" className="mb-6">
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
    </TabBar>
  );
}
