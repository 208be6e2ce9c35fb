"use client";
import type { Money } from "@kept/money";
import { createContext, type ReactNode, use, useMemo, useState } from "react";

/** A return as far as acting on many needs it. */
export interface Selectable {
  readonly number: number;
  readonly customerName: string;
  readonly total: Money;
}

interface Shared {
  readonly selectable: readonly Selectable[];
  readonly selected: ReadonlySet<number>;
  select(numbers: readonly number[], on: boolean): void;
}

const Context = createContext<Shared>({ selectable: [], selected: new Set(), select: () => undefined });

/** Which rows of the list are ticked. Another page or view starts anew. */
export function SelectionProvider({
  selectable,
  children,
}: {
  selectable: readonly Selectable[];
  children: ReactNode;
}) {
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const shared = useMemo<Shared>(
    () => ({
      selectable,
      // What has left the list, because it was done, is not selected any more.
      selected: new Set(selectable.map(({ number }) => number).filter((number) => ticked.has(number))),
      select: (numbers, on) =>
        setTicked((before) => {
          const next = new Set(before);
          for (const number of numbers) on ? next.add(number) : next.delete(number);
          return next;
        }),
    }),
    [selectable, ticked],
  );
  return <Context value={shared}>{children}</Context>;
}

export function useSelection(): Shared {
  return use(Context);
}
