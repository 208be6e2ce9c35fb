import localFont from "next/font/local";

/**
 * Geist from its npm package. `optional`: a slow phone reads in its own font rather than seeing the page jump. Not
 * preloaded: Chrome would hold the first paint back for a tenth of a second, for a font that comes later anyway.
 */
export const geist = localFont({
  src: "../../node_modules/@fontsource-variable/geist/files/geist-latin-wght-normal.woff2",
  weight: "100 900",
  display: "optional",
  preload: false,
  variable: "--font-geist",
  adjustFontFallback: "Arial",
});
