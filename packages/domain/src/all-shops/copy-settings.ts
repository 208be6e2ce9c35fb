import { tables } from "@kept/database";
import { allowed } from "../organization/roles.ts";
import { ok, type Result, refused } from "../result.ts";
import { type MemberContext, memberContext } from "../shop/find-shop.ts";
import { acrossAllShops, type Tools } from "../tools.ts";
import { copyIntoShop } from "./copy-into-shop.ts";
import { type CopyNote, copyNotes } from "./copy-notes.ts";
import {
  type CopySection,
  diffSettings,
  type SettingsChange,
  settingsIn,
  standOf,
  withCopied,
} from "./shop-settings.ts";

const { settingsCopies, settingsCopyResults } = tables;

/** What a copy would do in one shop. Looking changes nothing. */
export interface CopyPreview {
  readonly handle: string;
  readonly name: string;
  readonly currency: string;
  /** What the differences are from; the copy is refused where it is not so any more. */
  readonly stand: string;
  readonly changes: readonly SettingsChange[];
  readonly notes: readonly CopyNote[];
  /** The person may see the shop and not change its settings. */
  readonly mayChange: boolean;
}

export interface CopyAsked {
  readonly userId: string;
  readonly from: string;
  readonly sections: readonly CopySection[];
}

export const mostTargets = 200;

/** What copying these sections would change in each shop. Shops the person does not reach are left out, as if they were not there. */
export async function previewCopy(
  tools: Tools,
  input: CopyAsked & { to: readonly string[] },
): Promise<
  Result<{ sourceStand: string; source: string; targets: CopyPreview[] }, { readonly code: "NotFound" }>
> {
  const { sections } = input;
  const source = await member(tools, input.userId, input.from);
  if (!source) return refused("NotFound");
  const from = await settingsOf(source);
  const targets: CopyPreview[] = [];
  for (const handle of targetsOf(input)) {
    const ctx = await member(tools, input.userId, handle);
    if (!ctx) continue;
    const into = await settingsOf(ctx);
    const changes = diffSettings(into, withCopied(into, from, sections));
    targets.push({
      handle,
      name: ctx.shop.name,
      currency: ctx.shop.currency,
      stand: standOf(into, sections),
      changes,
      notes: copyNotes(
        { settings: from, shop: source.shop },
        { settings: into, shop: ctx.shop },
        { sections, changes },
      ),
      mayChange: allowed(ctx.role, "change_policy"),
    });
  }
  return ok({ sourceStand: standOf(from, sections), source: source.shop.name, targets });
}

export type CopyRefusal = { readonly code: "NotFound" | "NothingChosen" | "ChangedMeanwhile" };

/**
 * Copies what was previewed: each shop gets all of it, or says why not; one shop's refusal keeps no other from its
 * copy. Whoever saved since the preview is not overwritten: `basedOn` is the stand each difference was shown from.
 * What came of it is kept, to be looked at and undone.
 */
export async function copySettings(
  tools: Tools,
  input: CopyAsked & { sourceStand: string; to: readonly { handle: string; basedOn: string }[] },
): Promise<Result<{ copyId: string }, CopyRefusal>> {
  const { sections } = input;
  const source = await member(tools, input.userId, input.from);
  if (!source) return refused("NotFound");
  if (sections.length === 0 || input.to.length === 0) return refused("NothingChosen");
  const from = await settingsOf(source);
  if (standOf(from, sections) !== input.sourceStand) return refused("ChangedMeanwhile");
  const [copy] = await acrossAllShops(tools, (tx) =>
    tx
      .insert(settingsCopies)
      .values({
        userId: input.userId,
        source: source.shop.name,
        sourceVersion: from.rules.version,
        sections: [...sections],
      })
      .returning(),
  );
  if (!copy) throw new Error("A copy was begun and is not there");
  for (const { handle, basedOn } of input.to.slice(0, mostTargets)) {
    const ctx = handle === input.from ? null : await member(tools, input.userId, handle);
    if (!ctx) continue;
    const copied = await copyIntoShop(ctx, { from, sections, basedOn });
    const result = copied.ok
      ? { state: copied.value ? ("copied" as const) : ("same" as const), ...copied.value }
      : { state: "refused" as const, reason: copied.error.code };
    await ctx.inShop((tx) =>
      tx.insert(settingsCopyResults).values({ copyId: copy.id, shopId: ctx.shop.id, ...result }),
    );
  }
  return ok({ copyId: copy.id });
}

function settingsOf(ctx: MemberContext) {
  return ctx.inShop((tx) => settingsIn(tx, ctx));
}

function targetsOf({ from, to }: { from: string; to: readonly string[] }): string[] {
  return [...new Set(to)].filter((handle) => handle !== from).slice(0, mostTargets);
}

function member(tools: Tools, userId: string, handle: string): Promise<MemberContext | null> {
  return memberContext(tools, { userId, handle, requestId: "copy" });
}
