import { createHash } from "node:crypto";
import { eq, type Transaction, tables } from "@kept/database";
import { type Brand, storedBrand } from "../brand/brand.ts";
import type { ShopContext } from "../context.ts";
import { newestLetters } from "../notification/letter-settings.ts";
import type { LetterSettings } from "../notification/notification.ts";
import { differences, diffPolicies, type PolicyChange } from "../policy/diff-policies.ts";
import type { PolicyVersion } from "../policy/policy.ts";
import { type PolicySection, policySections, withSections } from "../policy/sections.ts";
import { newestPolicy } from "../policy/versions.ts";

/** The parts of a shop's settings that are copied on their own. */
export const copySections = [...policySections, "branding", "emails"] as const;
export type CopySection = (typeof copySections)[number];

/** What of a shop's settings can stand in another shop. Its logo and the address for answers are its own and cannot. */
export interface ShopSettings {
  readonly rules: PolicyVersion;
  readonly brand: Brand;
  readonly letters: readonly LetterSettings[];
}

/** One place where settings differ: "storeCredit.enabled", "branding.words.de.lead", "emails.return_received.enabled". */
export type SettingsChange = PolicyChange;

export async function settingsIn(tx: Transaction, ctx: ShopContext): Promise<ShopSettings> {
  const { shops } = tables;
  const [row] = await tx.select({ brand: shops.brand }).from(shops).where(eq(shops.id, ctx.shop.id));
  const rules = await newestPolicy(tx, ctx);
  return { rules, brand: storedBrand(row?.brand), letters: await newestLetters(tx, ctx) };
}

/** Settings with these parts as another shop has them. Pure; what is not named stays as it was. */
export function withCopied(
  into: ShopSettings,
  from: ShopSettings,
  sections: readonly CopySection[],
): ShopSettings {
  const { rules, brand, letters } = into;
  return {
    rules: { ...rules, policy: withSections(rules.policy, from.rules.policy, rulesAmong(sections)) },
    brand: sections.includes("branding") ? { ...from.brand, logoUrl: brand.logoUrl } : brand,
    letters: sections.includes("emails") ? letters.map((letter) => likeIn(from, letter)) : letters,
  };
}

/** Every single value that differs; empty when customers see and read the same. */
export function diffSettings(before: ShopSettings, after: ShopSettings): SettingsChange[] {
  return [
    ...diffPolicies(before.rules.policy, after.rules.policy),
    ...differences("branding", seen(before.brand), seen(after.brand)),
    ...differences("emails", read(before.letters), read(after.letters)),
  ];
}

/** What these sections stood at: another text means that somebody saved one of them since. */
export function standOf({ rules, brand, letters }: ShopSettings, sections: readonly CopySection[]): string {
  const stand = {
    rules: rulesAmong(sections).length > 0 && rules.version,
    brand: sections.includes("branding") && brand,
    letters: sections.includes("emails") && letters.map(({ version }) => version),
  };
  return createHash("sha256").update(JSON.stringify(stand)).digest("hex");
}

export function rulesAmong(sections: readonly CopySection[]): PolicySection[] {
  return policySections.filter((section) => sections.includes(section));
}

function likeIn(from: ShopSettings, letter: LetterSettings): LetterSettings {
  const source = from.letters.find(({ kind }) => kind === letter.kind) ?? letter;
  return { ...letter, enabled: source.enabled, wordings: source.wordings };
}

/** A brand as customers see it: what was never chosen is the portal's own. */
function seen({ radius = "small", font = "geist", words = {}, ...brand }: Brand) {
  return { ...brand, radius, font, words: texts(words) };
}

function read(letters: readonly LetterSettings[]) {
  return Object.fromEntries(
    letters.map(({ kind, enabled, wordings }) => [kind, { enabled, words: texts(wordings) }]),
  );
}

/** One entry a text, "de.subject", so that a language that comes or goes differs text by text. */
function texts(words: Readonly<Record<string, object>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(words).flatMap(([language, parts]) =>
      Object.entries(parts).map(([part, text]) => [`${language}.${part}`, text]),
    ),
  );
}
