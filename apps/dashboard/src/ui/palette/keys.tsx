"use client";
import { useRouter } from "next/navigation";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { Dialog } from "../dialog.tsx";
import { SearchIcon } from "../icons.tsx";
import type { SwitcherShop } from "../shell/shop-switcher.tsx";
import { keyList } from "./key-list.ts";
import { goOn, stepRows, tickRow } from "./rows.ts";

const Palette = lazy(() => import("./palette.tsx"));

interface Props {
  /** The shop on screen; null where there is none. */
  shop: string | null;
  shops: readonly SwitcherShop[];
}

/** The keyboard's way around: Ctrl/⌘ K finds everything, `?` shows the keys, `g` and a letter go somewhere, other letters work on the rows of a list. */
export function Keys({ shop, shops }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState<"palette" | "help" | null>(null);
  /** What is typed while the palette is on its way: it begins with that. Null while it is not. */
  const early = useRef<string | null>(null);

  useEffect(() => {
    let leaderAt = 0;
    function pressed(event: KeyboardEvent) {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        early.current = "";
        setOpen("palette");
        return;
      }
      if (early.current !== null && !isTyping(event.target)) {
        if (event.key === "Escape") setOpen(null);
        if (event.key.length === 1 && !event.altKey) early.current += event.key;
        if (event.key === "Escape" || event.key.length === 1) event.preventDefault();
        return;
      }
      if (event.key === "Escape") fold(event);
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      if (event.key === "?") setOpen("help");
      else if (event.key === "/") {
        const search = document.querySelector<HTMLInputElement>("input[type=search]");
        if (search) event.preventDefault();
        search?.focus();
      } else if (event.key === "g") leaderAt = event.timeStamp;
      else if (event.timeStamp - leaderAt < 1500) {
        const path =
          shop === null ? undefined : keyList(shop).find(({ keys }) => keys === `g ${event.key}`)?.href;
        leaderAt = 0;
        if (path) router.push(path);
      } else inRows[event.key]?.();
    }
    document.addEventListener("keydown", pressed);
    document.addEventListener("focusout", leave);
    return () => {
      document.removeEventListener("keydown", pressed);
      document.removeEventListener("focusout", leave);
    };
  }, [router, shop]);

  const close = () => setOpen(null);
  useEffect(() => {
    if (open !== "palette") early.current = null;
  }, [open]);
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen("palette")}
        className="flex h-9 shrink-0 items-center gap-2.5 rounded-lg px-2 text-ink-2 hover:text-ink md:border md:border-line md:bg-surface md:px-2.5 md:hover:border-line-strong"
      >
        <SearchIcon />
        <span className="sr-only flex-1 text-left md:not-sr-only">Find </span>
        <kbd className="hidden font-mono text-xs text-ink-3 md:inline">Ctrl K</kbd>
      </button>
      {open === "palette" && (
        <Suspense>
          <Palette
            shop={shop}
            shops={shops}
            typedBefore={() => {
              const typed = early.current ?? "";
              early.current = null;
              return typed;
            }}
            onClose={close}
          />
        </Suspense>
      )}
      <Dialog title="Keys" open={open === "help"} onClose={close}>
        <dl className="grid gap-2">
          {keyList(shop ?? "").map(({ keys, does }) => (
            <div key={keys} className="flex items-center justify-between gap-6">
              <dt className="text-ink-2">{does}</dt>
              <dd>
                <kbd className="rounded-md border border-line-strong bg-sunken px-1.5 py-0.5 font-mono text-xs">
                  {keys}
                </kbd>
              </dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  );
}

const inRows: Readonly<Record<string, () => void>> = {
  j: () => stepRows(1),
  k: () => stepRows(-1),
  x: tickRow,
  n: goOn,
};

/** Folds up what is unfolded around the focus; dialogs and menus close by themselves. */
function fold(event: KeyboardEvent): void {
  const unfolded = event.target instanceof Element && event.target.closest("details[open]");
  if (!unfolded || event.defaultPrevented || document.querySelector("dialog[open], :popover-open")) return;
  unfolded.querySelector("summary")?.focus();
  unfolded.removeAttribute("open");
}

/** A menu that the keyboard left does not stay over the page. */
function leave({ target, relatedTarget }: FocusEvent): void {
  const menu = target instanceof Element && target.closest<HTMLElement>(":popover-open");
  if (!menu || !(relatedTarget instanceof Element) || menu.contains(relatedTarget)) return;
  if (relatedTarget.getAttribute("popovertarget") !== menu.id) menu.hidePopover(); // its own button closes it itself
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input:not([type=checkbox]), textarea, select"))
  );
}
