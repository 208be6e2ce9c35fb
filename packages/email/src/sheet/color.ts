/** Kept's own green, for shops that have set no colour. */
const usual = "#1d5c40";

/** A button's colours: the shop's, and the one of black and white that reads better on it. */
export function buttonColors(color: string | null | undefined): { background: string; ink: string } {
  const background = color && /^#[0-9a-f]{6}$/i.test(color) ? color.toLowerCase() : usual;
  const light = luminance(background);
  const onWhite = 1.05 / (light + 0.05);
  const onBlack = (light + 0.05) / 0.05;
  return { background, ink: onWhite >= onBlack || onWhite >= 4.5 ? "#ffffff" : "#111110" };
}

/** Relative luminance as WCAG 2.2 defines it, 0 to 1. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
