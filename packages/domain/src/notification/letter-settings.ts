import { isDeepStrictEqual } from "node:util";
import { and, desc, eq, type Transaction, tables } from "@kept/database";
import { type LetterKind, letterKinds } from "@kept/email";
import { audit } from "../audit/index.ts";
import { mayDo, type ShopContext } from "../context.ts";
import { ok, type Result, refused } from "../result.ts";
import { oneSaverAtATime } from "../shop/one-saver.ts";
import {
  asDelivered,
  type LetterSettings,
  unknownFacts,
  type Wordings,
  withoutEmpty,
  wordingsSchema,
} from "./notification.ts";

const { letterVersions } = tables;

export type SaveLetterRefusal =
  | { readonly code: "NotAllowed" | "ChangedMeanwhile" | "NoSuchVersion" }
  | { readonly code: "UnknownFacts"; readonly facts: Readonly<Record<string, readonly string[]>> };

/** Every letter to customers and how the shop wants it, in the order of a return's life. */
export function letterSettings(ctx: ShopContext): Promise<LetterSettings[]> {
  return ctx.inShop((tx) => newestLetters(tx, ctx));
}

/** The same inside a transaction. */
export function newestLetters(tx: Transaction, ctx: ShopContext): Promise<LetterSettings[]> {
  return Promise.all(letterKinds.map((kind) => newestLetter(tx, ctx, kind)));
}

/** The saved versions of one letter, newest first. */
export function letterHistory(ctx: ShopContext, kind: LetterKind): Promise<LetterSettings[]> {
  return ctx.inShop((tx) => versionsOf(tx, ctx, kind, 50));
}

/** How the shop wants one letter now. */
export async function newestLetter(
  tx: Transaction,
  ctx: ShopContext,
  kind: LetterKind,
): Promise<LetterSettings> {
  const [newest] = await versionsOf(tx, ctx, kind, 1);
  return newest ?? asDelivered(kind);
}

/** Whether a letter goes out at all as the shop wants it now. */
export function isLetterOn(ctx: ShopContext, kind: LetterKind): Promise<boolean> {
  return ctx.inShop(async (tx) => (await newestLetter(tx, ctx, kind)).enabled);
}

/** Saves switch and words as a new version. `basedOn` is the version the form showed; saving the same changes nothing. */
export async function saveLetter(
  ctx: ShopContext,
  input: { kind: LetterKind; enabled: boolean; wordings: Wordings; basedOn: number },
): Promise<Result<{ version: number }, SaveLetterRefusal>> {
  const unknown = unknownFacts(input.kind, input.wordings);
  if (Object.keys(unknown).length > 0) return refused("UnknownFacts", { facts: unknown });
  return saveNext(ctx, input, async () => ({
    enabled: input.enabled,
    wordings: withoutEmpty(wordingsSchema.parse(input.wordings)),
  }));
}

/** Undo: an earlier version becomes the newest. Version 0 is the letter as Kept delivers it. */
export function restoreLetter(
  ctx: ShopContext,
  input: { kind: LetterKind; version: number; basedOn: number },
): Promise<Result<{ version: number }, SaveLetterRefusal>> {
  return saveNext(ctx, input, (tx) => letterVersion(tx, ctx, input));
}

/** A letter as it was in a version; null where it never had that one. */
export async function letterVersion(
  tx: Transaction,
  ctx: ShopContext,
  { kind, version }: { kind: LetterKind; version: number },
): Promise<LetterSettings | null> {
  if (version === 0) return asDelivered(kind);
  const [row] = await tx
    .select()
    .from(letterVersions)
    .where(and(ofLetter(ctx, kind), eq(letterVersions.version, version)));
  return row ? settingsFrom(row) : null;
}

type Next = Pick<LetterSettings, "enabled" | "wordings">;

async function saveNext(
  ctx: ShopContext,
  { kind, basedOn }: { kind: LetterKind; basedOn: number },
  next: (tx: Transaction) => Promise<Next | null>,
): Promise<Result<{ version: number }, SaveLetterRefusal>> {
  if (!mayDo(ctx, "change_policy")) return refused("NotAllowed");
  return ctx.inShop(async (tx) => {
    await oneSaverAtATime(tx, ctx);
    const newest = await newestLetter(tx, ctx, kind);
    if (newest.version !== basedOn) return refused("ChangedMeanwhile");
    const wanted = await next(tx);
    if (!wanted) return refused("NoSuchVersion");
    return ok({ version: await writeLetter(tx, ctx, newest, wanted) });
  });
}

/** Writes the version after the newest one, for whoever is the one saver and may. The same again writes nothing. */
export async function writeLetter(
  tx: Transaction,
  ctx: ShopContext,
  newest: LetterSettings,
  wanted: Next,
): Promise<number> {
  if (same(newest, wanted)) return newest.version;
  const version = newest.version + 1;
  await tx.insert(letterVersions).values({
    shopId: ctx.shop.id,
    template: newest.kind,
    version,
    enabled: wanted.enabled,
    wordings: wanted.wordings,
    savedBy: ctx.actor.name,
  });
  await audit(tx, ctx, {
    act: "settings.letter_changed",
    subject: newest.kind,
    before: newest.wordings,
    after: wanted.wordings,
    detail: { version, enabled: wanted.enabled },
  });
  return version;
}

function same(one: Next, other: Next): boolean {
  return one.enabled === other.enabled && isDeepStrictEqual(one.wordings, other.wordings);
}

async function versionsOf(
  tx: Transaction,
  ctx: ShopContext,
  kind: LetterKind,
  limit: number,
): Promise<LetterSettings[]> {
  const rows = await tx
    .select()
    .from(letterVersions)
    .where(ofLetter(ctx, kind))
    .orderBy(desc(letterVersions.version))
    .limit(limit);
  return rows.map(settingsFrom);
}

function ofLetter(ctx: ShopContext, kind: LetterKind) {
  return and(eq(letterVersions.shopId, ctx.shop.id), eq(letterVersions.template, kind));
}

function settingsFrom(row: typeof letterVersions.$inferSelect): LetterSettings {
  const { template: kind, version, enabled, savedBy, savedAt } = row;
  return { kind, version, enabled, wordings: wordingsSchema.parse(row.wordings), savedBy, savedAt };
}
