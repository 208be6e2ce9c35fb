"use client";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { classes } from "../classes.ts";
import { SearchIcon } from "../icons.tsx";
import type { SwitcherShop } from "../shell/shop-switcher.tsx";
import { type ScreenAct, screenActs } from "./screen-acts.ts";
import { usePaletteRows } from "./use-palette-rows.ts";

interface Props {
  shop: string | null;
  shops: readonly SwitcherShop[];
  /** What was typed while the palette was on its way. */
  typedBefore(): string;
  onClose(): void;
}

/** Loaded when it is first opened, so that no page carries it. */
export default function Palette(props: Props) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <PaletteDialog {...props} />
    </QueryClientProvider>
  );
}

function PaletteDialog({ shop, shops, typedBefore, onClose }: Props) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState("");
  /** The row somebody chose, by its key: rows that are found meanwhile do not slip under the finger. */
  const [marked, setMarked] = useState<string | null>(null);
  const [acts] = useState(screenActs);
  const { rows, problem, settled } = usePaletteRows(shop, shops, acts, typed);
  const chosen = rows.findIndex(({ key }) => key === marked);
  const at = Math.max(chosen, 0);
  const [hurried, setHurried] = useState(false);

  useEffect(() => {
    dialog.current?.showModal();
    setTyped((typed) => typed + typedBefore());
  }, []);
  // Enter pressed before the answer came goes to what was looked for, not to what stood there until then.
  useEffect(() => {
    if (!hurried || !settled) return;
    setHurried(false);
    if (rows[0]) go(rows[0]);
  });

  function go({ href, act }: { href: string; act?: ScreenAct }) {
    close();
    if (act) act.reach();
    else router.push(href);
  }

  /** Told at once: of a closing the browser tells late, and a palette that is opened again meanwhile would not show. */
  function close() {
    dialog.current?.close();
    onClose();
  }

  function pressed(event: KeyboardEvent) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setMarked(rows[(at + step + rows.length) % rows.length]?.key ?? null);
    }
    const row = rows[at];
    if (event.key === "Enter") {
      event.preventDefault();
      if (row && (settled || chosen >= 0)) go(row);
      else setHurried(true);
    }
  }

  return (
    <dialog
      ref={dialog}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClose={() => {
        if (!dialog.current?.open) onClose();
      }}
      aria-label="Find"
      className="mt-[12vh] w-[min(36rem,calc(100vw-2rem))] rounded-xl border border-line-strong bg-raised p-0 backdrop:bg-black/40"
    >
      <div className="flex items-center gap-2.5 rounded-t-xl border-b border-line px-4 text-ink-3 has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent-ink">
        <SearchIcon />
        <input
          role="combobox"
          aria-label="Find a return, a page, a shop, an act"
          aria-expanded="true"
          aria-controls="palette-rows"
          aria-activedescendant={rows[at] ? `palette-${at}` : undefined}
          placeholder="Return, order, e-mail, page, shop…"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setMarked(null);
            setHurried(false);
          }}
          onKeyDown={pressed}
          className="h-12 w-full bg-transparent text-lg text-ink outline-none placeholder:text-ink-3"
        />
      </div>
      <div id="palette-rows" role="listbox" aria-label="Found" className="max-h-[50vh] overflow-y-auto p-1.5">
        {rows.map((row, index) => (
          <button
            type="button"
            key={row.key}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            onClick={() => go(row)}
            onMouseMove={() => setMarked(row.key)}
            className={classes(
              "flex w-full items-center gap-3 rounded-lg px-2.5 py-2 text-left",
              index === at && "bg-hover",
            )}
          >
            <span className="figures min-w-0 flex-1 truncate">{row.text}</span>
            <span className="figures text-sm text-ink-2">{row.aside}</span>
          </button>
        ))}
      </div>
      {rows.length === 0 && (
        <p role="status" className="px-4 pb-4 text-sm text-ink-2">
          {problem ?? "Nothing is called that."}
        </p>
      )}
    </dialog>
  );
}
