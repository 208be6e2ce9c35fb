import type { Brand } from "@kept/domain";
import { z } from "zod";

/** What the form holds: everything as typed. */
export const typedBrand = z.strictObject({
  color: z.string().max(50),
  logoUrl: z.string().max(2000),
  radius: z.enum(["none", "small", "large"]),
  font: z.enum(["geist", "system", "serif", "rounded"]),
  words: z.record(
    z.string().regex(/^[a-z]{2}$/),
    z.strictObject({
      welcome: z.string().max(5000).optional(),
      lead: z.string().max(5000).optional(),
      banner: z.string().max(5000).optional(),
      next: z.string().max(5000).optional(),
    }),
  ),
});
export type TypedBrand = z.output<typeof typedBrand>;
export type WordPart = "welcome" | "lead" | "banner" | "next";

export const longest: Readonly<Record<WordPart, number>> = { welcome: 80, lead: 300, banner: 200, next: 500 };

export function typedFrom(brand: Brand): TypedBrand {
  return {
    color: brand.color ?? "",
    logoUrl: brand.logoUrl ?? "",
    radius: brand.radius ?? "small",
    font: brand.font ?? "geist",
    words: brand.words ?? {},
  };
}

/** What would be saved, to compare by: an empty field is no word of the shop's own. */
export function meaningOf({ words, ...looks }: TypedBrand): string {
  const own = Object.entries(words)
    .map(
      ([language, parts]) =>
        [
          language,
          Object.entries(parts)
            .filter(([, text]) => text?.trim())
            .sort(),
        ] as const,
    )
    .filter(([, parts]) => parts.length > 0)
    .sort();
  return JSON.stringify({ ...looks, color: looks.color.trim().toLowerCase(), own });
}

type Read =
  | { readonly ok: true; readonly brand: Brand }
  | { readonly ok: false; readonly fields: Readonly<Record<string, string>> };

/** Reads what was typed; what cannot be used is named field by field. */
export function readBrand(typed: TypedBrand): Read {
  const fields: Record<string, string> = {};
  const color = colorFrom(typed.color, fields);
  const logoUrl = logoFrom(typed.logoUrl, fields);
  for (const [language, parts] of Object.entries(typed.words))
    for (const part of Object.keys(longest) as WordPart[])
      if ((parts[part] ?? "").trim().length > longest[part])
        fields[`${language}.${part}`] = `Use at most ${longest[part]} characters.`;
  if (Object.keys(fields).length > 0) return { ok: false, fields };
  const { radius, font, words } = typed;
  return { ok: true, brand: { ...(color && { color }), ...(logoUrl && { logoUrl }), radius, font, words } };
}

function colorFrom(text: string, fields: Record<string, string>): string | undefined {
  const color = text.trim().toLowerCase();
  if (color === "") return undefined;
  const hex = color.startsWith("#") ? color : `#${color}`;
  if (/^#[0-9a-f]{6}$/.test(hex)) return hex;
  fields.color = "Type six digits after a #, like #2f6b4f.";
  return undefined;
}

function logoFrom(text: string, fields: Record<string, string>): string | undefined {
  const address = text.trim();
  if (address === "") return undefined;
  if (/^https:\/\/[^\s"'<>]+$/.test(address) && URL.canParse(address)) return address;
  fields.logoUrl = "Paste the picture's address; it begins with https://";
  return undefined;
}
