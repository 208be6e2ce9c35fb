import { sql, type Transaction, tables } from "@kept/database";
import { audit } from "../audit/index.ts";
import type { ShopContext } from "../context.ts";
import { allowed } from "../organization/roles.ts";
import { ok, type Result, refused } from "../result.ts";
import { type CreditOffer, withCreditOffer } from "./credit-offer.ts";
import { diffPolicies, type PolicyChange } from "./diff-policies.ts";
import { type Policy, policySchema } from "./policy.ts";
import { type PolicySection, withSections } from "./sections.ts";
import { newestPolicy, policyVersion, type SavedPolicy, savedPolicies } from "./versions.ts";

export type SaveRefusal = { readonly code: "NotAllowed" | "ChangedMeanwhile" | "NoSuchVersion" };

/** The rules in force. */
export function currentPolicy(ctx: ShopContext): Promise<SavedPolicy> {
  return ctx.inShop((tx) => newestPolicy(tx, ctx));
}

/** The saved versions, newest first, each with what it changed. */
export async function policyHistory(
  ctx: ShopContext,
): Promise<(SavedPolicy & { changes: PolicyChange[] })[]> {
  const versions = await ctx.inShop((tx) => savedPolicies(tx, ctx, 51));
  return versions.slice(0, 50).map((saved, i) => {
    const before = versions[i + 1];
    return { ...saved, changes: before ? diffPolicies(before.policy, saved.policy) : [] };
  });
}

/** Saves what Settings › Resolutions edits as a new version. `basedOn` is the version the form showed. */
export function saveCreditOffer(
  ctx: ShopContext,
  input: { offer: CreditOffer; basedOn: number },
): Promise<Result<{ version: number; changes: PolicyChange[] }, SaveRefusal>> {
  return saveNext(ctx, input.basedOn, async (_tx, policy) => ({
    policy: withCreditOffer(policy, input.offer),
  }));
}

/** Saves a whole policy as a new version. Throws a ZodError for what is no policy: forms are read before. */
export function savePolicy(
  ctx: ShopContext,
  input: { policy: Policy; basedOn: number },
): Promise<Result<{ version: number; changes: PolicyChange[] }, SaveRefusal>> {
  return saveNext(ctx, input.basedOn, async () => ({ policy: input.policy }));
}

/** Undo: an earlier version's rules become the newest version. History is not rewritten. */
export function restorePolicy(
  ctx: ShopContext,
  input: { version: number; basedOn: number },
): Promise<Result<{ version: number; changes: PolicyChange[] }, SaveRefusal>> {
  return saveNext(ctx, input.basedOn, async (tx, _policy, newest) => {
    if (!Number.isInteger(input.version) || input.version < 1 || input.version >= newest) return null;
    const { policy } = await policyVersion(tx, ctx, input.version);
    return { policy, restores: input.version };
  });
}

/** Takes these sections from another shop's rules as a new version; everything else stays as it was. */
export function copyPolicySections(
  ctx: ShopContext,
  input: { from: Policy; sections: readonly PolicySection[]; basedOn: number },
): Promise<Result<{ version: number; changes: PolicyChange[] }, SaveRefusal>> {
  return saveNext(ctx, input.basedOn, async (_tx, policy) => ({
    policy: withSections(policy, input.from, input.sections),
  }));
}

/** A shop's first rules. */
export async function savePolicyOfNewShop(tx: Transaction, shopId: string, policy: Policy, savedBy: string) {
  await tx
    .insert(tables.policyVersions)
    .values({ shopId, version: 1, policy: policySchema.parse(policy), savedBy })
    .onConflictDoNothing();
}

type Next = { policy: Policy; restores?: number } | null;

function saveNext(
  ctx: ShopContext,
  basedOn: number,
  next: (tx: Transaction, policy: Policy, newest: number) => Promise<Next>,
): Promise<Result<{ version: number; changes: PolicyChange[] }, SaveRefusal>> {
  if (!allowed(ctx.role, "change_policy")) return Promise.resolve(refused("NotAllowed"));
  return ctx.inShop(async (tx) => {
    // Savers take turns on the shop's row, so that versions are counted without gaps or clashes.
    await tx.execute(sql`select 1 from shops where id = ${ctx.shop.id} for update`);
    const newest = await newestPolicy(tx, ctx);
    if (newest.version !== basedOn) return refused("ChangedMeanwhile");
    const wanted = await next(tx, newest.policy, newest.version);
    if (!wanted) return refused("NoSuchVersion");
    const changes = diffPolicies(newest.policy, wanted.policy);
    if (changes.length === 0) return ok({ version: newest.version, changes });
    const version = newest.version + 1;
    await tx.insert(tables.policyVersions).values({
      shopId: ctx.shop.id,
      version,
      policy: policySchema.parse(wanted.policy),
      savedBy: ctx.actor.name,
      restores: wanted.restores ?? null,
    });
    await audit(tx, ctx, {
      act: wanted.restores ? "policy.restored" : "policy.saved",
      subject: String(version),
      before: newest.policy,
      after: wanted.policy,
      detail: { changes: changes.length },
    });
    return ok({ version, changes });
  });
}
