import { and, desc, eq, lt, sql, tables } from "@kept/database";
import type { Actor, ShopContext } from "../context.ts";
import { allowed } from "../organization/roles.ts";
import { ok, type Result, refused } from "../result.ts";
import { audit } from "./audit.ts";

const { auditEntries } = tables;

export interface AuditRow {
  readonly seq: number;
  readonly at: Date;
  readonly act: string;
  readonly actor: Actor;
  readonly ip: string | null;
  readonly subject: string | null;
  /** Of the return it was done to; null for everything else. */
  readonly returnNumber: number | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly hash: string;
}

type NotAllowed = { readonly code: "NotAllowed" };

/** The log, newest first. `before` is the number to go on from; `act` shows one kind of act, or with a dot at its end all of a noun. */
export async function readAudit(
  ctx: ShopContext,
  input: { before?: number | undefined; act?: string | undefined; most?: number } = {},
): Promise<Result<{ rows: AuditRow[]; more: boolean }, NotAllowed>> {
  if (!allowed(ctx.role, "export")) return refused("NotAllowed");
  const { before, act, most = 100 } = input;
  const rows = await ctx.inShop((tx) =>
    tx
      .select({ entry: auditEntries, returnNumber: numberOfReturn })
      .from(auditEntries)
      .where(
        and(
          eq(auditEntries.shopId, ctx.shop.id),
          before === undefined ? undefined : lt(auditEntries.seq, before),
          act ? sql`starts_with(${auditEntries.act}, ${act})` : undefined,
        ),
      )
      .orderBy(desc(auditEntries.seq))
      .limit(most + 1),
  );
  return ok({ rows: rows.slice(0, most).map(rowOf), more: rows.length > most });
}

/** Everything, oldest last, for a file. Taking it along is itself an entry. */
export async function exportAudit(
  ctx: ShopContext,
  input: { act?: string | undefined } = {},
): Promise<Result<AuditRow[], NotAllowed>> {
  const read = await readAudit(ctx, { ...input, most: 100_000 });
  if (!read.ok) return read;
  await ctx.inShop((tx) =>
    audit(tx, ctx, { act: "export.audit", detail: { entries: read.value.rows.length } }),
  );
  return ok(read.value.rows);
}

/** The number of the return an entry is about: looked up one by one, for the rows of a page. */
const numberOfReturn = sql<number | null>`(
  select r.number from returns r
   where r.shop_id = audit_entries.shop_id
     and r.id = case when starts_with(audit_entries.act, 'return.') then audit_entries.subject::uuid end)`;

function rowOf(row: { entry: typeof auditEntries.$inferSelect; returnNumber: number | null }): AuditRow {
  const { seq, happenedAt, act, actor, ip, subject, detail, hash } = row.entry;
  return {
    seq,
    at: happenedAt,
    act,
    actor: actor as unknown as Actor,
    ip,
    subject,
    returnNumber: row.returnNumber,
    detail,
    hash: hash.toString("hex"),
  };
}
