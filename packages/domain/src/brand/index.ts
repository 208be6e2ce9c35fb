export { type Brand, brandFonts, brandSchema, type PortalWords, portalWordsIn } from "./brand.ts";
export { type BrandTheme, brandTheme, type Tones, themeStyle } from "./brand-theme.ts";
export { type BrandRefusal, changeBrand } from "./change-brand.ts";
export { type Repair, repairsOf } from "./repairs.ts";
