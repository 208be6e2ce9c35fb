import type { TypedBrand, WordPart } from "./brand-form.ts";

/** What each part that a shop may say itself is called. */
export const partWords: Readonly<Record<WordPart, string>> = {
  welcome: "Headline of the first page",
  lead: "Below it",
  banner: "Line across the top",
  next: "What to do with the goods",
};

export const cornerWords: Readonly<Record<TypedBrand["radius"], string>> = {
  none: "Square",
  small: "Slightly round",
  large: "Round",
};

export const fontWords: Readonly<Record<TypedBrand["font"], string>> = {
  geist: "Geist",
  system: "The customer's device",
  serif: "With serifs",
  rounded: "Rounded",
};
