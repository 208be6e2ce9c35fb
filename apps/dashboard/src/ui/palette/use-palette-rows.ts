"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Found } from "../../app/(inside)/[shop]/find/route.ts";
import type { SwitcherShop } from "../shell/shop-switcher.tsx";
import { keyList } from "./key-list.ts";

interface PaletteRow {
  readonly key: string;
  readonly text: string;
  readonly aside: string;
  readonly href: string;
}

/** Pages and shops by name at once, returns as the server finds them. */
export function usePaletteRows(shop: string | null, shops: readonly SwitcherShop[], typed: string) {
  const words = typed.trim().toLowerCase();
  const returns = useQuery({
    queryKey: ["find", shop, words],
    queryFn: () => find(shop ?? "", words),
    enabled: shop !== null && words.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 5_000,
    retry: 1,
  });
  const found = words ? (returns.data ?? []) : [];
  const rows: PaletteRow[] = [
    ...found.map((each) => ({
      key: `return ${each.number}`,
      text: `R-${each.number} · ${each.name} · ${each.order}`,
      aside: each.amount,
      href: `/${shop}/returns/${each.number}`,
    })),
    ...pages(shop).filter(({ text }) => text.toLowerCase().includes(words)),
    ...shops.filter(({ name }) => name.toLowerCase().includes(words)).map(asRow),
  ];
  const problem = returns.isError
    ? "Kept could not be reached, so returns cannot be searched just now."
    : returns.isFetching
      ? "Searching…"
      : null;
  return { rows, problem };
}

async function find(shop: string, words: string): Promise<Found[]> {
  const answer = await fetch(`/${shop}/find?q=${encodeURIComponent(words)}`);
  if (!answer.ok || answer.redirected) throw new Error("Not found out");
  return answer.json();
}

function pages(shop: string | null): PaletteRow[] {
  if (shop === null) return [];
  const shopify = { keys: "", does: "Settings › Shopify", href: `/${shop}/settings/shopify` };
  return [...keyList(shop), shopify].flatMap(({ keys, does, href }) =>
    href ? [{ key: href, text: does, aside: keys, href }] : [],
  );
}

function asRow({ handle, name }: SwitcherShop): PaletteRow {
  return { key: `shop ${handle}`, text: name, aside: "Shop", href: `/${handle}` };
}
