"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { classes } from "../classes.ts";
import { few, mostWaiting } from "../few.ts";
import { CheckIcon, SearchIcon, UpDownIcon } from "../icons.tsx";
import { recentShops, rememberShop } from "./recent-shops.ts";

export interface SwitcherShop {
  readonly handle: string;
  readonly name: string;
  readonly organization: string;
  readonly waiting: number;
}

interface Props {
  shops: readonly SwitcherShop[];
  current: string | null;
  agency: boolean;
}

/** From shop to shop: type a few letters, arrows, Enter. The shops one was in last come first. */
export function ShopSwitcher({ shops, current, agency }: Props) {
  const router = useRouter();
  const popover = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState("");
  const [marked, setMarked] = useState(0);
  const [recent, setRecent] = useState<string[]>([]);
  const here = shops.find((shop) => shop.handle === current);

  useEffect(() => {
    if (current) rememberShop(current);
  }, [current]);

  const rows = rowsFor(shops, agency, recent, typed);

  /** Before it shows, so that the first letter typed is not taken for what was there before. */
  function begin(): void {
    setTyped("");
    setMarked(0);
    setRecent(recentShops());
  }

  function pressed(event: KeyboardEvent) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setMarked((at) => (at + step + rows.length) % Math.max(rows.length, 1));
    } else if (event.key === "Enter") {
      event.preventDefault();
      const row = rows[marked];
      if (row) {
        popover.current?.hidePopover();
        router.push(row.href);
      }
    }
  }

  return (
    <>
      <button
        type="button"
        popoverTarget="shop-switcher"
        aria-label={`Shop: ${here?.name ?? "All shops"}. Change`}
        className="flex h-9 min-w-0 flex-1 items-center gap-2 rounded-lg px-2 text-left hover:bg-hover"
      >
        <span className="min-w-0 flex-1 truncate font-medium">{here?.name ?? "All shops"}</span>
        <UpDownIcon className="text-ink-3" />
      </button>
      <div
        ref={popover}
        id="shop-switcher"
        popover="auto"
        onBeforeToggle={(event) => event.newState === "open" && begin()}
        className="fixed inset-auto top-14 left-3 m-0 w-[min(20rem,calc(100vw-1.5rem))] rounded-xl border border-line-strong bg-raised p-1.5 text-ink"
      >
        <div className="mb-1.5 flex items-center gap-2 rounded-lg border border-line px-2 text-ink-3 has-focus-visible:outline-2 has-focus-visible:outline-accent-ink">
          <SearchIcon />
          <input
            ref={focusedOnceShown}
            role="combobox"
            aria-label="Find a shop"
            aria-expanded="true"
            aria-controls="shop-list"
            aria-activedescendant={rows[marked] ? `shop-${rows[marked].key}` : undefined}
            placeholder="Find a shop…"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setMarked(0);
            }}
            onKeyDown={pressed}
            className="h-8 w-full bg-transparent text-base text-ink outline-none placeholder:text-ink-3"
          />
        </div>
        <div id="shop-list" role="listbox" aria-label="Shops" className="max-h-80 overflow-y-auto">
          {rows.map((row, index) => (
            <Link
              key={row.key}
              id={`shop-${row.key}`}
              role="option"
              aria-selected={index === marked}
              tabIndex={-1}
              href={row.href}
              onClick={() => popover.current?.hidePopover()}
              onMouseMove={() => setMarked(index)}
              className={classes(
                "flex items-center gap-2.5 rounded-lg px-2 py-1.5",
                index === marked && "bg-hover",
              )}
            >
              <span className="min-w-0 flex-1">
                <span className="block truncate">{row.name}</span>
                {row.below && <span className="block truncate text-xs text-ink-2">{row.below}</span>}
              </span>
              {row.waiting > 0 && (
                <span className="figures rounded-full bg-person-soft px-1.5 text-xs text-person-ink">
                  {few(row.waiting, mostWaiting)}
                  <span className="sr-only"> waiting</span>
                </span>
              )}
              {row.key === (current ?? "all") && <CheckIcon className="text-accent-ink" />}
            </Link>
          ))}
          {rows.length === 0 && <p className="px-2 py-3 text-sm text-ink-2">No shop is called that.</p>}
        </div>
      </div>
    </>
  );
}

/** By the browser, in the moment it shows; React would do it when the page is made. */
function focusedOnceShown(input: HTMLInputElement | null): void {
  input?.setAttribute("autofocus", "");
}

function rowsFor(shops: readonly SwitcherShop[], agency: boolean, recent: readonly string[], typed: string) {
  const rank = (handle: string) => recent.indexOf(handle) + 1 || recent.length + 1;
  const sorted = [...shops].sort((a, b) => rank(a.handle) - rank(b.handle));
  const found = sorted.filter((shop) =>
    `${shop.name} ${shop.handle}`.toLowerCase().includes(typed.trim().toLowerCase()),
  );
  const rows = found.map((shop) => ({
    key: shop.handle,
    href: `/${shop.handle}`,
    name: shop.name,
    below: shops.length > 1 ? shop.organization : "",
    waiting: shop.waiting,
  }));
  const all = { key: "all", href: "/shops", name: "All shops", below: `${shops.length} shops`, waiting: 0 };
  return agency && !typed ? [all, ...rows] : rows;
}
