import { and, desc, eq, inArray, sql, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { shopsOf } from "../organization/members.ts";
import { isId } from "../organization/organization-context.ts";
import { ok, type Result, refused } from "../result.ts";
import { memberContext } from "../shop/find-shop.ts";
import { acrossAllShops, type Tools } from "../tools.ts";
import { takeBackFromShop } from "./copy-into-shop.ts";
import { type CopySection, copySections } from "./shop-settings.ts";

const { settingsCopies, settingsCopyResults, shops } = tables;

type ResultRow = typeof settingsCopyResults.$inferSelect;

export interface CopyResult {
  readonly handle: string;
  readonly name: string;
  readonly state: ResultRow["state"];
  readonly reason: string | null;
  /** What the copy changed there: the rules from a version to the next, the branding, so many e-mails. */
  readonly rules: { readonly before: number; readonly after: number } | null;
  readonly branding: boolean;
  readonly emails: number;
}

export interface SettingsCopy {
  readonly id: string;
  readonly source: string;
  readonly sections: readonly CopySection[];
  readonly copiedAt: Date;
  readonly undoneAt: Date | null;
  readonly results: readonly CopyResult[];
}

/** One's own copies, newest first. Of shops one does not reach any more nothing is said. */
export async function settingsCopiesOf(
  tools: Tools,
  input: { userId: string; limit?: number },
): Promise<SettingsCopy[]> {
  const reach = (await shopsOf(tools, input.userId)).map(({ handle }) => handle);
  return acrossAllShops(tools, async (tx) => {
    const copies = await tx
      .select()
      .from(settingsCopies)
      .where(eq(settingsCopies.userId, input.userId))
      .orderBy(desc(settingsCopies.copiedAt))
      .limit(input.limit ?? 20);
    if (copies.length === 0 || reach.length === 0) return copies.map((copy) => viewOf(copy, []));
    const ids = copies.map(({ id }) => id);
    const results = await tx
      .select({ row: settingsCopyResults, handle: shops.handle, name: shops.name })
      .from(settingsCopyResults)
      .innerJoin(shops, eq(shops.id, settingsCopyResults.shopId))
      .where(and(inArray(settingsCopyResults.copyId, ids), inArray(shops.handle, reach)))
      .orderBy(shops.name);
    return copies.map((copy) =>
      viewOf(
        copy,
        results.filter(({ row }) => row.copyId === copy.id),
      ),
    );
  });
}

export async function readCopy(
  tools: Tools,
  input: { userId: string; copyId: string },
): Promise<SettingsCopy | null> {
  const copies = await settingsCopiesOf(tools, { userId: input.userId, limit: 200 });
  return copies.find(({ id }) => id === input.copyId) ?? null;
}

/**
 * Takes a whole copy back: in every shop that got it, what it changed becomes what it was before, as a new version.
 * Where somebody saved since, theirs stays, and it is said. Undoing again tries again where it did not work, and
 * nowhere else.
 */
export async function undoCopy(
  tools: Tools,
  input: { userId: string; copyId: string },
): Promise<Result<{ undone: number; left: number }, { readonly code: "NotFound" }>> {
  if (!isId(input.copyId)) return refused("NotFound");
  const copy = await readCopy(tools, input);
  if (!copy) return refused("NotFound");
  const open = copy.results.filter(({ state }) => state === "copied" || state === "not_undone");
  let undone = 0;
  for (const { handle } of open) {
    const ctx = await memberContext(tools, { userId: input.userId, handle, requestId: "undo" });
    if (ctx && (await undoIn(ctx, copy.id))) undone += 1;
  }
  await acrossAllShops(tools, (tx) =>
    tx
      .update(settingsCopies)
      .set({ undoneAt: sql`clock_timestamp()` })
      .where(and(eq(settingsCopies.id, copy.id), eq(settingsCopies.userId, input.userId))),
  );
  return ok({ undone, left: open.length - undone });
}

async function undoIn(ctx: ShopContext, copyId: string): Promise<boolean> {
  const own = and(eq(settingsCopyResults.copyId, copyId), eq(settingsCopyResults.shopId, ctx.shop.id));
  const [changed] = await ctx.inShop((tx) => tx.select().from(settingsCopyResults).where(own));
  if (!changed) return false;
  const taken = await takeBackFromShop(ctx, changed);
  const set = taken.ok
    ? { state: "undone" as const, versionUndone: taken.value.version, reason: null }
    : { state: "not_undone" as const, reason: taken.error.code };
  // Whoever undid it meanwhile has said so.
  const open = and(own, inArray(settingsCopyResults.state, ["copied", "not_undone"]));
  await ctx.inShop((tx) => tx.update(settingsCopyResults).set(set).where(open));
  return taken.ok;
}

function viewOf(
  copy: typeof settingsCopies.$inferSelect,
  results: readonly { row: ResultRow; handle: string; name: string }[],
): SettingsCopy {
  const { id, source, sections, copiedAt, undoneAt } = copy;
  return {
    id,
    source,
    sections: copySections.filter((section) => sections.includes(section)),
    copiedAt,
    undoneAt,
    results: results.map(({ row, handle, name }) => ({
      handle,
      name,
      state: row.state,
      reason: row.reason,
      rules: rulesOf(row),
      branding: row.brandAfter !== null,
      emails: Object.keys(row.lettersAfter ?? {}).length,
    })),
  };
}

function rulesOf({ versionBefore: before, versionAfter: after }: ResultRow): CopyResult["rules"] {
  return before === null || after === null || before === after ? null : { before, after };
}
