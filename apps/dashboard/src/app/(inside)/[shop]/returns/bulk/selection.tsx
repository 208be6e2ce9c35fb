"use client";
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from "react";
import { type Selectable, selectableOf, tickedOf } from "./ticked.ts";

interface Shared {
  readonly selectable: readonly Selectable[];
  /** Everything ticked under this tab, on this page and on others. */
  readonly selected: ReadonlyMap<number, Selectable>;
  select(rows: readonly Selectable[], on: boolean): void;
  clear(): void;
}

const nothing: Shared = {
  selectable: [],
  selected: new Map(),
  select: () => undefined,
  clear: () => undefined,
};
const Context = createContext<Shared>(nothing);

interface Props {
  /** Under which name this browser's tab remembers what is ticked, from page to page. */
  keptAs: string;
  selectable: readonly Selectable[];
  children: ReactNode;
}

/** Which rows of the list are ticked. It stays while one pages; another tab of the list has its own. */
export function SelectionProvider({ keptAs, selectable, children }: Props) {
  const [selected, setSelected] = useState<ReadonlyMap<number, Selectable>>(new Map());
  useEffect(() => setSelected(remembered(keptAs)), [keptAs]);
  // What a colleague changed meanwhile is worth what it is worth now.
  const current = useMemo(() => {
    const shown = selectable.filter(({ number }) => selected.has(number));
    return shown.length > 0
      ? new Map([...selected, ...shown.map((row) => [row.number, row] as const)])
      : selected;
  }, [selectable, selected]);
  const shared = useMemo<Shared>(() => {
    const change = (next: ReadonlyMap<number, Selectable>) => {
      setSelected(next);
      remember(keptAs, next);
    };
    return {
      selectable,
      selected: current,
      select(rows, on) {
        const next = new Map(current);
        for (const row of rows) on ? next.set(row.number, row) : next.delete(row.number);
        change(next);
      },
      clear: () => change(new Map()),
    };
  }, [keptAs, selectable, current]);
  return <Context value={shared}>{children}</Context>;
}

export function useSelection(): Shared {
  return use(Context);
}

const keyOf = (keptAs: string) => `kept:chosen:${keptAs}`;

function remember(keptAs: string, selected: ReadonlyMap<number, Selectable>): void {
  try {
    sessionStorage.setItem(keyOf(keptAs), JSON.stringify([...selected.values()].map(tickedOf)));
  } catch {
    // A browser that keeps nothing forgets what is ticked on other pages.
  }
}

function remembered(keptAs: string): ReadonlyMap<number, Selectable> {
  try {
    const rows: unknown = JSON.parse(sessionStorage.getItem(keyOf(keptAs)) ?? "[]");
    if (!Array.isArray(rows)) return new Map();
    return new Map(rows.map(selectableOf).map((row) => [row.number, row]));
  } catch {
    return new Map();
  }
}
