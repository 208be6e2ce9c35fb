import { tables } from "@kept/database";
import { allowed } from "../organization/roles.ts";
import {
  copyPolicySections,
  currentPolicy,
  diffPolicies,
  type PolicyChange,
  type PolicySection,
  withSections,
} from "../policy/index.ts";
import { ok, type Result, refused } from "../result.ts";
import { type MemberContext, memberContext } from "../shop/find-shop.ts";
import { acrossAllShops, type Tools } from "../tools.ts";
import { type CopyNote, copyNotes } from "./copy-notes.ts";

const { settingsCopies, settingsCopyResults } = tables;

/** What a copy would do in one shop. Looking changes nothing. */
export interface CopyPreview {
  readonly handle: string;
  readonly name: string;
  readonly currency: string;
  /** The version of the rules that the differences are from. */
  readonly version: number;
  readonly changes: readonly PolicyChange[];
  readonly notes: readonly CopyNote[];
  /** The person may see the shop and not change its rules. */
  readonly mayChange: boolean;
}

export interface CopyAsked {
  readonly userId: string;
  readonly from: string;
  readonly sections: readonly PolicySection[];
}

export const mostTargets = 200;

/** What copying these sections would change in each shop. Shops the person does not reach are left out, as if they were not there. */
export async function previewCopy(
  tools: Tools,
  input: CopyAsked & { to: readonly string[] },
): Promise<
  Result<{ sourceVersion: number; source: string; targets: CopyPreview[] }, { readonly code: "NotFound" }>
> {
  const source = await member(tools, input.userId, input.from);
  if (!source) return refused("NotFound");
  const { policy: from, version: sourceVersion } = await currentPolicy(source);
  const targets: CopyPreview[] = [];
  for (const handle of targetsOf(input)) {
    const ctx = await member(tools, input.userId, handle);
    if (!ctx) continue;
    const { policy, version } = await currentPolicy(ctx);
    const { name, currency } = ctx.shop;
    targets.push({
      handle,
      name,
      currency,
      version,
      changes: diffPolicies(policy, withSections(policy, from, input.sections)),
      notes: copyNotes(from, { policy, currency }, input.sections),
      mayChange: allowed(ctx.role, "change_policy"),
    });
  }
  return ok({ sourceVersion, source: source.shop.name, targets });
}

export type CopyRefusal = { readonly code: "NotFound" | "NothingChosen" | "ChangedMeanwhile" };

/**
 * Copies what was previewed: each shop gets a new version of its rules, or says why not; one shop's refusal keeps no
 * other from its copy. Whoever saved rules since the preview is not overwritten: `basedOn` is the version each
 * difference was shown from. What came of it is kept, to be looked at and undone.
 */
export async function copySettings(
  tools: Tools,
  input: CopyAsked & { sourceVersion: number; to: readonly { handle: string; basedOn: number }[] },
): Promise<Result<{ copyId: string }, CopyRefusal>> {
  const source = await member(tools, input.userId, input.from);
  if (!source) return refused("NotFound");
  if (input.sections.length === 0 || input.to.length === 0) return refused("NothingChosen");
  const { policy: from, version } = await currentPolicy(source);
  if (version !== input.sourceVersion) return refused("ChangedMeanwhile");
  const [copy] = await acrossAllShops(tools, (tx) =>
    tx
      .insert(settingsCopies)
      .values({
        userId: input.userId,
        source: source.shop.name,
        sourceVersion: version,
        sections: [...input.sections],
      })
      .returning(),
  );
  if (!copy) throw new Error("A copy was begun and is not there");
  for (const { handle, basedOn } of input.to.slice(0, mostTargets)) {
    const ctx = handle === input.from ? null : await member(tools, input.userId, handle);
    if (!ctx) continue;
    const saved = await copyPolicySections(ctx, { from, sections: input.sections, basedOn });
    const result = saved.ok
      ? {
          state: saved.value.version === basedOn ? ("same" as const) : ("copied" as const),
          versionAfter: saved.value.version,
        }
      : { state: "refused" as const, reason: saved.error.code };
    await ctx.inShop((tx) =>
      tx
        .insert(settingsCopyResults)
        .values({ copyId: copy.id, shopId: ctx.shop.id, versionBefore: basedOn, ...result }),
    );
  }
  return ok({ copyId: copy.id });
}

function targetsOf({ from, to }: { from: string; to: readonly string[] }): string[] {
  return [...new Set(to)].filter((handle) => handle !== from).slice(0, mostTargets);
}

function member(tools: Tools, userId: string, handle: string): Promise<MemberContext | null> {
  return memberContext(tools, { userId, handle, requestId: "copy" });
}
