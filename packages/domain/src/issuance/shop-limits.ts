import { createHash } from "node:crypto";
import { eq, sql, type Transaction, tables } from "@kept/database";
import { fromDecimal, toDecimal } from "@kept/money";
import { z } from "zod";
import { audit } from "../audit/index.ts";
import type { ShopContext } from "../context.ts";
import { allowed } from "../organization/roles.ts";
import { ok, type Result, refused } from "../result.ts";
import { limitKinds, type ShopLimits, shopLimits } from "./limits.ts";

export interface LimitProblem {
  readonly currency: string;
  /** Null: the currency itself. */
  readonly limit: (typeof limitKinds)[number] | null;
}

export type SaveLimitsRefusal =
  | { readonly code: "NotAllowed" | "ChangedMeanwhile" }
  | { readonly code: "Invalid"; readonly problems: readonly LimitProblem[] };

/** The limits in force, and a mark of them; null when they cannot be read, and then nothing leaves. */
export async function readLimits(ctx: ShopContext): Promise<{ limits: ShopLimits | null; mark: string }> {
  const stored = await ctx.inShop((tx) => storedLimits(tx, ctx));
  const read = shopLimits.safeParse(stored);
  return { limits: read.success ? read.data : null, mark: markOf(stored) };
}

/**
 * Says how much may leave the shop without a person, and above what it takes two. Only an owner may. What is left
 * empty is not limited. `basedOn` is the mark the form was shown with: nobody undoes a colleague's change unseen.
 */
export async function saveLimits(
  ctx: ShopContext,
  input: { limits: Readonly<Record<string, Readonly<Record<string, string>>>>; basedOn: string },
): Promise<Result<{ limits: ShopLimits }, SaveLimitsRefusal>> {
  if (!allowed(ctx.role, "change_limits")) return refused("NotAllowed");
  const read = cleaned(input.limits);
  if (read.problems.length > 0) return refused("Invalid", { problems: read.problems });
  return ctx.inShop(async (tx) => {
    await tx.execute(sql`select 1 from shops where id = ${ctx.shop.id} for update`);
    const before = await storedLimits(tx, ctx);
    if (markOf(before) !== input.basedOn) return refused("ChangedMeanwhile");
    const limits = withOthers(before, read.limits);
    await tx.update(tables.shops).set({ limits }).where(eq(tables.shops.id, ctx.shop.id));
    await audit(tx, ctx, { act: "settings.limits_changed", before, after: read.limits });
    ctx.log.info({ limits: read.limits }, "limits changed");
    return ok({ limits: read.limits });
  });
}

function cleaned(typed: Readonly<Record<string, Readonly<Record<string, string>>>>) {
  const limits: Record<string, Record<string, string>> = {};
  const problems: LimitProblem[] = [];
  for (const [code, amounts] of Object.entries(typed)) {
    for (const limit of limitKinds) {
      const text = amounts[limit]?.trim() ?? "";
      if (text === "") continue;
      const amount = decimalIn(code, text);
      if (amount === "currency") problems.push({ currency: code, limit: null });
      else if (amount === "amount") problems.push({ currency: code, limit });
      else limits[code] = { ...limits[code], [limit]: amount };
    }
  }
  return { limits: limits as ShopLimits, problems };
}

/** What else stands beside the limits (what an account may hold at Shopify) is nobody's to type here, and stays. */
function withOthers(before: unknown, limits: ShopLimits): Record<string, object> {
  const stored = z.record(z.string(), z.looseObject({})).safeParse(before);
  const next: Record<string, object> = { ...limits };
  for (const [currency, known] of Object.entries(stored.success ? stored.data : {})) {
    const others = Object.entries(known).filter(([name]) => !limitKinds.some((kind) => kind === name));
    if (others.length > 0) next[currency] = { ...Object.fromEntries(others), ...limits[currency] };
  }
  return next;
}

/** An amount with exactly its currency's decimals, or which of the two is none. */
function decimalIn(code: string, text: string): string {
  if (!/^[A-Z]{3}$/.test(code) || !Intl.supportedValuesOf("currency").includes(code)) return "currency";
  try {
    const amount = fromDecimal(text, code);
    return amount.minor < 0n ? "amount" : toDecimal(amount);
  } catch {
    return "amount";
  }
}

async function storedLimits(tx: Transaction, ctx: ShopContext) {
  const [row] = await tx
    .select({ limits: tables.shops.limits })
    .from(tables.shops)
    .where(eq(tables.shops.id, ctx.shop.id));
  return row?.limits ?? {};
}

function markOf(stored: unknown): string {
  return createHash("sha256").update(JSON.stringify(stored)).digest("base64url").slice(0, 22);
}
