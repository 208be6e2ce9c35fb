import { type BrandTheme, type Repair, repairsOf } from "@kept/domain";
import { readBrand, type TypedBrand } from "./brand-form.ts";

/** What the portal makes of the looks: its tones by day and night, and where a color had to give way. */
export interface BrandPreview {
  readonly theme: BrandTheme;
  readonly repairs: readonly Repair[];
}

export function previewOf(typed: TypedBrand): BrandPreview {
  const read = readBrand({ ...typed, logoUrl: "", words: {} });
  const looks = read.ok ? read.brand : {};
  return repairsOf(looks);
}
