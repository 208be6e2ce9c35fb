"use client";
import { type Money, money } from "@kept/money";
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from "react";

/** A return as far as acting on many needs it. */
export interface Selectable {
  readonly number: number;
  readonly customerName: string;
  readonly total: Money;
}

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
  const shared = useMemo<Shared>(() => {
    const change = (next: ReadonlyMap<number, Selectable>) => {
      setSelected(next);
      remember(keptAs, next);
    };
    return {
      selectable,
      selected,
      select(rows, on) {
        const next = new Map(selected);
        for (const row of rows) on ? next.set(row.number, row) : next.delete(row.number);
        change(next);
      },
      clear: () => change(new Map()),
    };
  }, [keptAs, selectable, selected]);
  return <Context value={shared}>{children}</Context>;
}

export function useSelection(): Shared {
  return use(Context);
}

const keyOf = (keptAs: string) => `kept:selected:${keptAs}`;

function remember(keptAs: string, selected: ReadonlyMap<number, Selectable>): void {
  const rows = [...selected.values()].map(({ total, ...row }) => ({
    ...row,
    minor: total.minor.toString(),
    currency: total.currency,
  }));
  try {
    sessionStorage.setItem(keyOf(keptAs), JSON.stringify(rows));
  } catch {
    // A browser that keeps nothing forgets what is ticked on other pages.
  }
}

function remembered(keptAs: string): ReadonlyMap<number, Selectable> {
  try {
    const rows: unknown = JSON.parse(sessionStorage.getItem(keyOf(keptAs)) ?? "[]");
    if (!Array.isArray(rows)) return new Map();
    return new Map(
      rows.map(({ number, customerName, minor, currency }) => [
        Number(number),
        {
          number: Number(number),
          customerName: String(customerName),
          total: money(BigInt(minor), String(currency)),
        },
      ]),
    );
  } catch {
    return new Map();
  }
}
