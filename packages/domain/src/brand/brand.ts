import { z } from "zod";

/** Words a shop may say itself, instead of the portal's, per language. Plain text; what is left out stays. */
const portalWords = z.strictObject({
  /** Over the first page: "Start a return". */
  welcome: z.string().max(80).optional(),
  /** Below it, what a customer needs. */
  lead: z.string().max(300).optional(),
  /** A line across the top of every page. */
  banner: z.string().max(200).optional(),
  /** On the page after sending: what to do with the goods. */
  next: z.string().max(500).optional(),
});
export type PortalWords = z.output<typeof portalWords>;

/** Letter forms without a byte to load, but for the first, which the portal brings along. */
export const brandFonts = ["geist", "system", "serif", "rounded"] as const;

const https = z
  .url({ protocol: /^https$/ })
  .max(500)
  .refine((address) => !/[\s"'<>]/.test(address));

/** What the portal and the letters wear. Colors, a logo, words; no CSS, no HTML. */
export const brandSchema = z.object({
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .optional(),
  logoUrl: https.optional(),
  radius: z.enum(["none", "small", "large"]).optional(),
  font: z.enum(brandFonts).optional(),
  words: z.record(z.string().regex(/^[a-z]{2}$/), portalWords).optional(),
});
export type Brand = z.output<typeof brandSchema>;

/** A brand as it is kept; what is none is the plain one. */
export function storedBrand(stored: unknown): Brand {
  const brand = brandSchema.safeParse(stored);
  return brand.success ? brand.data : {};
}

/** A shop's own words for the portal in a language; empty where it has none. */
export function portalWordsIn(brand: Brand, language: string): PortalWords {
  return brand.words?.[language] ?? {};
}
