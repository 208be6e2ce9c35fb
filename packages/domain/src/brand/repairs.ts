import { type BrandTheme, brandTheme, type Looks } from "./brand-theme.ts";

/** Where a shop's color had to give way so that everybody can read the page. */
export interface Repair {
  readonly where: "buttons" | "words";
  readonly when: "day" | "night";
  readonly becomes: string;
}

/** What the portal changes about a color, and why it is not quite the shop's own there. Empty when nothing is. */
export function repairsOf(looks: Looks): { theme: BrandTheme; repairs: Repair[] } {
  const theme = brandTheme(looks);
  const own = looks.color?.toLowerCase();
  if (own === undefined) return { theme, repairs: [] };
  const repairs: Repair[] = [];
  for (const [when, tones] of [
    ["day", theme.light],
    ["night", theme.dark],
  ] as const) {
    if (tones.fill !== own) repairs.push({ where: "buttons", when, becomes: tones.fill });
    if (tones.text !== own) repairs.push({ where: "words", when, becomes: tones.text });
  }
  return { theme, repairs };
}
