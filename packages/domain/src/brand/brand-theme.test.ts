import { expect, test } from "vitest";
import { brandTheme, page, themeStyle } from "./brand-theme.ts";
import { contrast, type Rgb, readHex } from "./oklab.ts";

const rgb = (hex: string): Rgb => {
  const color = readHex(hex);
  if (!color) throw new Error(`not a color: ${hex}`);
  return color;
};

test("black on white is 21 to 1, as WCAG says", () => {
  expect(contrast(rgb("#000000"), rgb("#ffffff"))).toBeCloseTo(21, 5);
  expect(contrast(rgb("#767676"), rgb("#ffffff"))).toBeCloseTo(4.54, 2);
});

test("a color that can be read is left alone", () => {
  expect(brandTheme({ color: "#0f5132" }).light).toMatchObject({
    fill: "#0f5132",
    onFill: "#ffffff",
    text: "#0f5132",
  });
});

test("a pale yellow stays yellow, but darker, until a button can be seen and its words be read", () => {
  const { light } = brandTheme({ color: "#fff3a0" });
  const [red, green, blue] = rgb(light.fill);
  expect(red).toBeGreaterThan(blue);
  expect(green).toBeGreaterThan(blue);
  expect(contrast(rgb(light.fill), page.light.ground)).toBeGreaterThanOrEqual(3);
});

test("whatever color a shop has, words on it and words in it can be read by day and by night", () => {
  for (const red of steps) {
    for (const green of steps) {
      for (const blue of steps) {
        const color = `#${red}${green}${blue}`;
        const theme = brandTheme({ color });
        for (const [tones, surfaces] of [
          [theme.light, page.light],
          [theme.dark, page.dark],
        ] as const) {
          expect(contrast(rgb(tones.fill), rgb(tones.onFill)), `${color} button`).toBeGreaterThanOrEqual(4.5);
          for (const surface of [surfaces.surface, surfaces.ground]) {
            expect(contrast(rgb(tones.text), surface), `${color} words`).toBeGreaterThanOrEqual(4.45);
            expect(contrast(rgb(tones.fill), surface), `${color} shape`).toBeGreaterThanOrEqual(2.95);
          }
        }
      }
    }
  }
});

test.each([undefined, "", "red", "#fff", "#12345g", "#000000;}body{display:none"])(
  "a shop whose color is %j gets quiet ink",
  (color) => {
    expect(brandTheme({ color })).toEqual(brandTheme({}));
  },
);

test("the style holds nothing but what was computed", () => {
  expect(themeStyle(brandTheme({ color: "#7a1f3d", radius: "large" }))).toMatch(
    /^:root\{(--[a-z-]+:#[0-9a-f]{6};){4}--radius:16px\}@media\(prefers-color-scheme:dark\)\{:root\{(--[a-z-]+:#[0-9a-f]{6};?){4}\}\}$/,
  );
});

const steps = ["00", "33", "66", "99", "cc", "ff"];
