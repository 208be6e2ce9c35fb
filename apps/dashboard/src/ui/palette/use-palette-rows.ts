"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Found } from "../../app/(inside)/[shop]/find/route.ts";
import type { FoundSomewhere } from "../../app/(inside)/shops/find/rows/route.ts";
import type { SwitcherShop } from "../shell/shop-switcher.tsx";
import { keyList } from "./key-list.ts";
import type { ScreenAct } from "./screen-acts.ts";

interface PaletteRow {
  readonly key: string;
  readonly text: string;
  readonly aside: string;
  readonly href: string;
  /** Something on the page itself, instead of an address. */
  readonly act?: ScreenAct;
}

/** Pages and shops by name at once, returns as the server finds them: `settled` once they are those of these words. */
export function usePaletteRows(
  shop: string | null,
  shops: readonly SwitcherShop[],
  acts: readonly ScreenAct[],
  typed: string,
) {
  const words = typed.trim().toLowerCase();
  const returns = useQuery({
    queryKey: ["find", shop, words],
    queryFn: () => (shop === null ? findEverywhere(words) : find(shop, words)),
    enabled: words.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 5_000,
    retry: 1,
  });
  const found = words ? (returns.data ?? []) : [];
  const rows: PaletteRow[] = [
    ...found,
    ...acts
      .filter(({ text }) => text.toLowerCase().includes(words))
      .slice(0, words ? 12 : 5)
      .map((act) => ({ key: `act ${act.text}`, text: act.text, aside: "On this page", href: "", act })),
    ...pages(shop).filter(({ text }) => text.toLowerCase().includes(words)),
    ...shops.filter(({ name }) => name.toLowerCase().includes(words)).map(asRow),
    ...customers(shop, words),
  ];
  const problem = returns.isError
    ? "Kept could not be reached, so returns cannot be searched just now."
    : returns.isFetching
      ? "Searching…"
      : null;
  return { rows, problem, settled: !words || !(returns.isPending || returns.isPlaceholderData) };
}

async function find(shop: string, words: string): Promise<PaletteRow[]> {
  const found = await ask<Found>(`/${shop}/find`, words);
  return found.map((each) => ({
    key: `return ${each.number}`,
    text: `R-${each.number} · ${each.name} · ${each.order}`,
    aside: each.amount,
    href: `/${shop}/returns/${each.number}`,
  }));
}

/** Above single shops: in all of them, each return with the name of its shop. */
async function findEverywhere(words: string): Promise<PaletteRow[]> {
  const found = await ask<FoundSomewhere>("/shops/find/rows", words);
  return found.map((each) => ({
    key: `return ${each.href}`,
    text: `R-${each.number} · ${each.name} · ${each.order} · ${each.shop}`,
    aside: each.amount,
    href: each.href,
  }));
}

async function ask<T>(path: string, words: string): Promise<T[]> {
  const answer = await fetch(`${path}?q=${encodeURIComponent(words)}`);
  if (!answer.ok || answer.redirected) throw new Error("Not found out");
  return answer.json();
}

const above: PaletteRow[] = [
  ["All shops", "/shops"],
  ["Copy settings", "/shops/copy"],
  ["Team", "/shops/team"],
  ["Account and devices", "/shops/account"],
].map(([text = "", href = ""]) => ({ key: href, text, aside: "", href }));

function pages(shop: string | null): PaletteRow[] {
  if (shop === null) return above;
  const keyed = keyList(shop).flatMap(({ keys, does, href }) =>
    href ? [{ key: href, text: does, aside: keys, href }] : [],
  );
  const others = morePages.map(([text = "", path = ""]) => {
    const href = `/${shop}${path}`;
    return { key: href, text, aside: "", href };
  });
  return [...keyed, ...others];
}

/** The pages that no key leads to. */
const morePages = [
  ["New return", "/returns/new"],
  ["Returns in review", "/returns?view=in_review"],
  ["Credits › Owed", "/credits/owed"],
  ["Credits › Reconciliation", "/credits/reconciliation"],
  ["Settings › Policy", "/settings/policy"],
  ["Settings › Fees", "/settings/fees"],
  ["Settings › Automation", "/settings/automation"],
  ["Settings › Branding", "/settings/branding"],
  ["Settings › E-mails", "/settings/emails"],
  ["Settings › Shopify", "/settings/shopify"],
  ["Settings › Limits", "/settings/limits"],
  ["Settings › Team", "/settings/team"],
  ["Settings › API", "/settings/api"],
  ["Settings › Audit log", "/settings/audit"],
];

/** Whoever types a name or an address may look for the person as well. */
function customers(shop: string | null, words: string): PaletteRow[] {
  if (shop === null || words.length < 3) return [];
  const href = `/${shop}/customers?q=${encodeURIComponent(words)}`;
  return [{ key: href, text: `Customers: “${words}”`, aside: "Customers", href }];
}

function asRow({ handle, name }: SwitcherShop): PaletteRow {
  return { key: `shop ${handle}`, text: name, aside: "Shop", href: `/${handle}` };
}
