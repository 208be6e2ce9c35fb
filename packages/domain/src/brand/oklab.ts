/** A color as three parts of light, 0 to 1, as the screen's sRGB has them. */
export type Rgb = readonly [number, number, number];

/** Reads "#0f5132". Null for anything else. */
export function readHex(text: string | undefined): Rgb | null {
  const found = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text ?? "");
  if (!found) return null;
  const [, red = "", green = "", blue = ""] = found;
  return [part(red), part(green), part(blue)];
}

export function writeHex(color: Rgb): string {
  const hex = (value: number) =>
    Math.round(clamp(value) * 255)
      .toString(16)
      .padStart(2, "0");
  return `#${color.map(hex).join("")}`;
}

/** WCAG 2.2 relative luminance, 0 to 1. */
export function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** WCAG 2.2 contrast ratio, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** The same hue at another lightness (0 to 1, as OKLab sees it); what the screen cannot show loses some of its color. */
export function atLightness(color: Rgb, lightness: number): Rgb {
  const [, a, b] = toOklab(color);
  for (let strength = 1; strength > 0; strength -= 0.05) {
    const candidate = fromOklab([lightness, a * strength, b * strength]);
    if (candidate.every((value) => value >= -0.001 && value <= 1.001)) return whole(candidate);
  }
  return whole(fromOklab([lightness, 0, 0]));
}

export function lightness(color: Rgb): number {
  return toOklab(color)[0];
}

/** To what eight bits can hold, so that a promise about a contrast is about the color that is really shown. */
function whole([red, green, blue]: Rgb): Rgb {
  const step = (value: number) => Math.round(clamp(value) * 255) / 255;
  return [step(red), step(green), step(blue)];
}

/** Björn Ottosson's OKLab, https://bottosson.github.io/posts/oklab/ */
function toOklab(color: Rgb): Rgb {
  const [r, g, b] = [linear(color[0]), linear(color[1]), linear(color[2])];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromOklab([light, a, b]: Rgb): Rgb {
  const l = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (light - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    gamma(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function part(hex: string): number {
  return Number.parseInt(hex, 16) / 255;
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function gamma(value: number): number {
  return value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
