import { type Transaction, tables } from "@kept/database";
import { audit } from "../audit/index.ts";
import type { ShopContext } from "../context.ts";
import { allowed } from "../organization/roles.ts";
import { ok, type Result, refused } from "../result.ts";
import { oneSaverAtATime } from "../shop/one-saver.ts";
import { type CreditOffer, withCreditOffer } from "./credit-offer.ts";
import { diffPolicies, type PolicyChange } from "./diff-policies.ts";
import { type Policy, type PolicyVersion, policySchema } from "./policy.ts";
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
    await oneSaverAtATime(tx, ctx);
    const newest = await newestPolicy(tx, ctx);
    if (newest.version !== basedOn) return refused("ChangedMeanwhile");
    const wanted = await next(tx, newest.policy, newest.version);
    if (!wanted) return refused("NoSuchVersion");
    return ok(await writePolicy(tx, ctx, newest, wanted));
  });
}

/** Writes the version after the newest one, for whoever is the one saver and may. The same rules again write nothing. */
export async function writePolicy(
  tx: Transaction,
  ctx: ShopContext,
  newest: PolicyVersion,
  wanted: { policy: Policy; restores?: number },
): Promise<{ version: number; changes: PolicyChange[] }> {
  const changes = diffPolicies(newest.policy, wanted.policy);
  if (changes.length === 0) return { version: newest.version, changes };
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
  return { version, changes };
}
