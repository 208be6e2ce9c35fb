import type { ReactNode } from "react";
import { Keys } from "../palette/keys.tsx";
import { Echoes } from "../toast.tsx";
import { Mark } from "../wordmark.tsx";
import { MemberMenu } from "./member-menu.tsx";
import { type NavItem, NavLinks } from "./nav-links.tsx";
import { ShopSwitcher, type SwitcherShop } from "./shop-switcher.tsx";

interface Props {
  items: readonly NavItem[];
  shops: readonly SwitcherShop[];
  /** The shop on screen, or null for all of them. */
  current: string | null;
  agency: boolean;
  person: { name: string; email: string };
  theme: "light" | "dark" | "system";
  children: ReactNode;
}

/** Rail at the left on a desk, bars above and below on a phone; the page in between. */
export function Shell({ items, shops, current, agency, person, theme, children }: Props) {
  return (
    <div className="md:grid md:grid-cols-[15rem_minmax(0,1fr)] print:block">
      <a
        href="#page"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-lg bg-accent px-3 py-2 text-on-accent focus:translate-y-0"
      >
        Skip to the page
      </a>
      <aside className="print:hidden sticky top-0 z-20 flex items-center gap-2 border-b border-line bg-canvas px-3 py-2 md:h-dvh md:flex-col md:items-stretch md:gap-4 md:border-r md:border-b-0 md:px-3 md:py-4">
        <div className="flex min-w-0 flex-1 items-center gap-2 md:flex-none">
          <Mark className="size-6 shrink-0 md:ml-1.5" />
          <ShopSwitcher shops={shops} current={current} agency={agency} />
        </div>
        <Keys shop={current} shops={shops} />
        <nav
          aria-label="Main"
          className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-canvas pb-[env(safe-area-inset-bottom)] md:static md:flex-1 md:border-0 md:pb-0"
        >
          <NavLinks items={items} />
        </nav>
        <MemberMenu person={person} theme={theme} />
      </aside>
      <main
        id="page"
        tabIndex={-1}
        className="min-h-dvh min-w-0 bg-canvas pb-24 outline-none md:bg-surface/60 md:pb-12"
      >
        <div className="mx-auto max-w-[76rem] px-4 py-5 sm:px-6 md:px-8 md:py-8">{children}</div>
      </main>
      <Echoes />
    </div>
  );
}
