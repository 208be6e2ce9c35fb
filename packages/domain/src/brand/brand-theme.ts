import type { Brand, brandFonts } from "./brand.ts";
import { atLightness, contrast, lightness, type Rgb, readHex, writeHex } from "./oklab.ts";

/** What of a shop's looks becomes style. */
export type Looks = Pick<Brand, "color" | "radius" | "font">;

export interface Tones {
  /** Filled buttons. At least 3:1 on the page. */
  readonly fill: string;
  /** Words on `fill`. At least 4.5:1. */
  readonly onFill: string;
  /** The brand as words and lines on the page. At least 4.5:1. */
  readonly text: string;
  /** A breath of the brand behind chosen things; the page's words stay readable on it. */
  readonly tint: string;
}

export interface BrandTheme {
  readonly light: Tones;
  readonly dark: Tones;
  readonly radius: "0px" | "8px" | "16px";
  /** A list of families that are there already; "" for the portal's own. */
  readonly family: string;
}

const families: Readonly<Record<(typeof brandFonts)[number], string>> = {
  geist: "",
  system: "system-ui,sans-serif",
  serif: '"Iowan Old Style","Palatino Linotype",Palatino,Georgia,"Noto Serif",serif',
  rounded:
    'ui-rounded,"Hiragino Maru Gothic ProN",Quicksand,Comfortaa,Manjari,"Arial Rounded MT Bold",system-ui,sans-serif',
};

/**
 * A merchant's color made readable for everyone: kept as it is where it can be read, otherwise the same hue as much
 * darker (or, at night, lighter) as reading needs. Pure.
 */
export function brandTheme(brand: Looks): BrandTheme {
  const color = readHex(brand.color) ?? quietInk;
  const radius = ({ none: "0px", small: "8px", large: "16px" } as const)[brand.radius ?? "small"];
  const family = families[brand.font ?? "geist"];
  return {
    light: tones(color, page.light, "darker"),
    dark: tones(color, page.dark, "lighter"),
    radius,
    family,
  };
}

/** The portal's own surfaces, from globals.css: the brightest and the darkest thing words stand on. */
export const page: Readonly<Record<"light" | "dark", { surface: Rgb; ground: Rgb }>> = {
  light: { surface: [1, 1, 1], ground: [0.98, 0.976, 0.969] },
  dark: { surface: [0.122, 0.118, 0.11], ground: [0.086, 0.082, 0.078] },
};

const white: Rgb = [1, 1, 1];
const nearBlack: Rgb = [0.086, 0.082, 0.078];
const quietInk: Rgb = [0.137, 0.129, 0.118];

type Surfaces = (typeof page)["light"];

function tones(color: Rgb, { surface, ground }: Surfaces, way: "darker" | "lighter"): Tones {
  const seen = (least: number) => (candidate: Rgb) =>
    contrast(candidate, surface) >= least && contrast(candidate, ground) >= least;
  const legible = (candidate: Rgb) =>
    contrast(candidate, white) >= 4.5 || contrast(candidate, nearBlack) >= 4.5;
  const fill = moved(color, way, (candidate) => seen(3)(candidate) && legible(candidate));
  const text = moved(color, way, seen(4.5));
  // White is what a button is expected to say its words in; black where white would be too faint.
  const onFill = contrast(fill, white) >= 4.5 ? white : nearBlack;
  const tint = breath(color, ground, way === "darker" ? 0.07 : 0.16);
  return {
    fill: writeHex(fill),
    onFill: writeHex(onFill),
    text: writeHex(text),
    tint: writeHex(tint),
  };
}

/** The nearest lightness, in steps no eye can tell apart, at which the color is good. */
function moved(color: Rgb, way: "darker" | "lighter", good: (candidate: Rgb) => boolean): Rgb {
  if (good(color)) return color;
  const step = way === "darker" ? -0.01 : 0.01;
  for (let light = lightness(color) + step; light > 0 && light < 1; light += step) {
    const candidate = atLightness(color, light);
    if (good(candidate)) return candidate;
  }
  return way === "darker" ? nearBlack : white;
}

/** The ground with a breath of the brand in it. */
function breath(color: Rgb, ground: Rgb, part: number): Rgb {
  const mixed = (one: number, other: number) => one * part + other * (1 - part);
  return [mixed(color[0], ground[0]), mixed(color[1], ground[1]), mixed(color[2], ground[2])];
}

/** The theme as custom properties. Everything in it was computed here, so nothing a merchant typed reaches the page. */
export function themeStyle(theme: BrandTheme): string {
  const said = ({ fill, onFill, text, tint }: Tones) =>
    `--brand:${fill};--on-brand:${onFill};--brand-text:${text};--brand-tint:${tint}`;
  const family = theme.family && `;--family:${theme.family}`;
  return `:root{${said(theme.light)};--radius:${theme.radius}${family}}@media(prefers-color-scheme:dark){:root{${said(theme.dark)}}}`;
}
