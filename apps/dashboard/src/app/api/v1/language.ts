import { quoteLanguages } from "@kept/domain";

/**
 * The language a request would best be answered in, with its region, which decides how amounts are written ("de-CH").
 * What the request asks for by its own weights wins, then the shop's language, then English.
 */
export function languageFor(acceptLanguage: string | null, shopLocale: string): string {
  const wishes = (acceptLanguage ?? "").slice(0, 1000).split(",").map(wish);
  const best = wishes
    .filter(({ tag, weight }) => weight > 0 && isSpoken(tag))
    .sort((a, b) => b.weight - a.weight)[0];
  if (best?.tag) return best.tag;
  const ofShop = canonical(shopLocale);
  return ofShop && isSpoken(ofShop) ? ofShop : "en";
}

function wish(entry: string): { tag: string | null; weight: number } {
  const [tag = "", ...parameters] = entry.split(";");
  const weight = parameters.map((text) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/i.exec(text)?.[1]).find(Boolean);
  return { tag: canonical(tag.trim()), weight: weight === undefined ? 1 : Number(weight) };
}

function canonical(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

function isSpoken(tag: string | null): boolean {
  return tag !== null && quoteLanguages.includes(tag.split("-")[0] ?? "");
}
