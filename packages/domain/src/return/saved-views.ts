import { and, asc, eq, isNull, or, tables } from "@kept/database";
import { z } from "zod";
import type { ShopContext } from "../context.ts";
import { allowed } from "../organization/roles.ts";
import { ok, type Result, refused } from "../result.ts";
import { returnSorts, returnViews } from "./return-filters.ts";

const { savedViews } = tables;

/** What a view remembers: the list's address, as far as it says what is shown. */
export const viewFiltersSchema = z.strictObject({
  view: z.enum(returnViews).optional(),
  resolution: z.enum(["store_credit", "original_payment"]).optional(),
  status: z.string().max(20).optional(),
  age: z.string().max(10).optional(),
  q: z.string().max(100).optional(),
  sort: z.enum(returnSorts).optional(),
});
export type ViewFilters = z.output<typeof viewFiltersSchema>;

export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly filters: ViewFilters;
  /** For everybody in the shop, or only for the one who saved it. */
  readonly forEverybody: boolean;
  readonly mine: boolean;
}

const most = 20;

/** The views this member sees: their own, and the shop's. */
export function savedViewsOf(ctx: ShopContext): Promise<SavedView[]> {
  const userId = ctx.actor.kind === "member" ? ctx.actor.userId : null;
  return ctx.inShop(async (tx) => {
    const rows = await tx
      .select()
      .from(savedViews)
      .where(
        and(
          eq(savedViews.shopId, ctx.shop.id),
          userId ? or(isNull(savedViews.userId), eq(savedViews.userId, userId)) : isNull(savedViews.userId),
        ),
      )
      .orderBy(asc(savedViews.savedAt))
      .limit(2 * most);
    return rows.flatMap((row) => {
      const filters = viewFiltersSchema.safeParse(row.filters);
      if (!filters.success) return [];
      const { id, name } = row;
      return [
        { id, name, filters: filters.data, forEverybody: row.userId === null, mine: row.userId === userId },
      ];
    });
  });
}

/** Names what the list shows now. For everybody it needs the right to decide about returns. */
export async function saveView(
  ctx: ShopContext,
  input: { name: string; filters: ViewFilters; forEverybody: boolean },
): Promise<Result<{ id: string }, { readonly code: "NotAllowed" | "NameMissing" | "TooManyViews" }>> {
  const { actor } = ctx;
  if (actor.kind !== "member") return refused("NotAllowed");
  if (input.forEverybody && !allowed(ctx.role, "decide")) return refused("NotAllowed");
  const name = input.name.trim().slice(0, 60);
  if (name === "") return refused("NameMissing");
  if ((await savedViewsOf(ctx)).length >= most) return refused("TooManyViews");
  const filters = Object.fromEntries(
    Object.entries(viewFiltersSchema.parse(input.filters)).filter(([, value]) => value !== undefined),
  ) as Record<string, string>;
  return ctx.inShop(async (tx) => {
    const [saved] = await tx
      .insert(savedViews)
      .values({
        shopId: ctx.shop.id,
        userId: input.forEverybody ? null : actor.userId,
        name,
        filters,
        savedBy: actor.name,
      })
      .returning({ id: savedViews.id });
    return saved ? ok({ id: saved.id }) : refused("NotAllowed");
  });
}

/** Forgets a view; what it showed stays. One's own, or as somebody who decides, the shop's. */
export async function removeView(
  ctx: ShopContext,
  input: { id: string },
): Promise<Result<void, { readonly code: "NotFound" | "NotAllowed" }>> {
  const view = (await savedViewsOf(ctx)).find(({ id }) => id === input.id);
  if (!view) return refused("NotFound");
  if (!view.mine && !allowed(ctx.role, "decide")) return refused("NotAllowed");
  await ctx.inShop((tx) =>
    tx.delete(savedViews).where(and(eq(savedViews.shopId, ctx.shop.id), eq(savedViews.id, view.id))),
  );
  return ok(undefined);
}
