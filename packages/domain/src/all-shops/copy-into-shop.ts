import { isDeepStrictEqual } from "node:util";
import type { Transaction, tables } from "@kept/database";
import type { LetterKind } from "@kept/email";
import { storedBrand } from "../brand/brand.ts";
import { writeBrand } from "../brand/change-brand.ts";
import { mayDo, type ShopContext } from "../context.ts";
import { letterVersion, writeLetter } from "../notification/letter-settings.ts";
import { writePolicy } from "../policy/save-policy.ts";
import { policyVersion } from "../policy/versions.ts";
import { ok, type Result, refused } from "../result.ts";
import { oneSaverAtATime } from "../shop/one-saver.ts";
import {
  type CopySection,
  diffSettings,
  type ShopSettings,
  settingsIn,
  standOf,
  withCopied,
} from "./shop-settings.ts";

/** What a copy changed in a shop, as it is kept to be taken back; null is a part that it left alone. */
export type Changed = Pick<
  typeof tables.settingsCopyResults.$inferInsert,
  "versionBefore" | "versionAfter" | "brandBefore" | "brandAfter" | "lettersBefore" | "lettersAfter"
>;

type WriteRefusal = { readonly code: "NotAllowed" | "ChangedMeanwhile" };

/** Writes the copied sections, all or none. Refused when somebody saved one of them since `basedOn` was shown. */
export async function copyIntoShop(
  ctx: ShopContext,
  input: { from: ShopSettings; sections: readonly CopySection[]; basedOn: string },
): Promise<Result<Changed | null, WriteRefusal>> {
  if (!mayDo(ctx, "change_policy")) return refused("NotAllowed");
  return ctx.inShop(async (tx) => {
    await oneSaverAtATime(tx, ctx);
    const now = await settingsIn(tx, ctx);
    if (standOf(now, input.sections) !== input.basedOn) return refused("ChangedMeanwhile");
    return ok(await write(tx, ctx, now, withCopied(now, input.from, input.sections)));
  });
}

/** Writes back what a copy changed. Refused as a whole when somebody saved any of it since: theirs stays. */
export async function takeBackFromShop(
  ctx: ShopContext,
  changed: Changed,
): Promise<Result<{ version: number | null }, WriteRefusal>> {
  if (!mayDo(ctx, "change_policy")) return refused("NotAllowed");
  return ctx.inShop(async (tx) => {
    await oneSaverAtATime(tx, ctx);
    const now = await settingsIn(tx, ctx);
    if (!standsAsCopied(now, changed)) return refused("ChangedMeanwhile");
    const before = await settingsBefore(tx, ctx, now, changed);
    const written = await write(tx, ctx, now, before, changed.versionBefore ?? undefined);
    return ok({ version: written?.versionAfter ?? null });
  });
}

/** Null when nothing differs. */
async function write(
  tx: Transaction,
  ctx: ShopContext,
  now: ShopSettings,
  wanted: ShopSettings,
  restores?: number,
): Promise<Changed | null> {
  const changes = diffSettings(now, wanted);
  if (changes.length === 0) return null;
  const { policy } = wanted.rules;
  const { version } = await writePolicy(tx, ctx, now.rules, { policy, ...(restores && { restores }) });
  const rules = version !== now.rules.version && { versionBefore: now.rules.version, versionAfter: version };
  const branded = changes.some(({ path }) => path.startsWith("branding."));
  if (branded) await writeBrand(tx, ctx, now.brand, wanted.brand);
  const looks = branded && { brandBefore: now.brand, brandAfter: wanted.brand };
  return { ...rules, ...looks, ...(await writeLetters(tx, ctx, now, wanted)) };
}

async function writeLetters(tx: Transaction, ctx: ShopContext, now: ShopSettings, wanted: ShopSettings) {
  const lettersBefore: Record<string, number> = {};
  const lettersAfter: Record<string, number> = {};
  for (const [i, letter] of now.letters.entries()) {
    const version = await writeLetter(tx, ctx, letter, wanted.letters[i] ?? letter);
    if (version === letter.version) continue;
    lettersBefore[letter.kind] = letter.version;
    lettersAfter[letter.kind] = version;
  }
  return Object.keys(lettersAfter).length > 0 && { lettersBefore, lettersAfter };
}

function standsAsCopied(now: ShopSettings, { versionAfter, brandAfter, lettersAfter }: Changed): boolean {
  const letters = Object.entries(lettersAfter ?? {});
  return (
    (!versionAfter || now.rules.version === versionAfter) &&
    (!brandAfter || isDeepStrictEqual(now.brand, storedBrand(brandAfter))) &&
    letters.every(([kind, version]) =>
      now.letters.some((letter) => letter.kind === kind && letter.version === version),
    )
  );
}

async function settingsBefore(
  tx: Transaction,
  ctx: ShopContext,
  now: ShopSettings,
  { versionBefore, brandBefore, lettersBefore }: Changed,
): Promise<ShopSettings> {
  const letterBefore = async (kind: LetterKind) => {
    const version = lettersBefore?.[kind];
    return version === undefined ? null : letterVersion(tx, ctx, { kind, version });
  };
  const letters = [];
  for (const letter of now.letters) letters.push((await letterBefore(letter.kind)) ?? letter);
  return {
    rules: versionBefore ? await policyVersion(tx, ctx, versionBefore) : now.rules,
    brand: brandBefore ? storedBrand(brandBefore) : now.brand,
    letters,
  };
}
