import { randomBytes } from "node:crypto";
import { and, eq, isNotNull, isNull, lt, sql, type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { allowed } from "../organization/roles.ts";
import { ok, type Result, refused } from "../result.ts";
import { acrossAllShops, type Tools } from "../tools.ts";
import {
  type DomainRecord,
  hostIn,
  type OwnDomain,
  type PortalAddress,
  recordsOf,
  subdomainOf,
} from "./portal-address.ts";

const { portalDomains, shops } = tables;

export type DomainRefusal = {
  readonly code: "NotAllowed" | "NotADomain" | "Taken" | "NoDomain" | "NotVerified";
};

/** Days after which a claim nobody verified no longer keeps others out. */
const claimDays = 3;

/** Where the shop's portal is, for its settings. */
export async function readPortalAddress(ctx: ShopContext): Promise<PortalAddress> {
  const { portalUrl } = ctx.tools.settings;
  const { protocol, port } = new URL(portalUrl);
  const row = await ctx.inShop((tx) => domainOf(tx, ctx));
  return {
    path: `${portalUrl}/${ctx.shop.handle}`,
    subdomain: `${protocol}//${subdomainOf(ctx)}${port && `:${port}`}`,
    own: row ? viewOf(ctx, row) : null,
  };
}

/** Claims a domain for the shop, in place of an earlier one. It opens when DNS says that it is the shop's. */
export async function claimDomain(
  ctx: ShopContext,
  input: { domain: string },
): Promise<Result<OwnDomain, DomainRefusal>> {
  if (!allowed(ctx.role, "change_policy")) return refused("NotAllowed");
  const domain = hostIn(input.domain, ctx.tools.settings.portalUrl);
  if (!domain) return refused("NotADomain");
  await forgetIdleClaims(ctx.tools);
  return ctx.inShop(async (tx) => {
    // Two presses take turns: the second finds the first's claim its own, and not somebody else's.
    await tx.select({ id: shops.id }).from(shops).where(eq(shops.id, ctx.shop.id)).for("no key update");
    const before = await domainOf(tx, ctx);
    if (before?.domain === domain) return ok(viewOf(ctx, before));
    const token = randomBytes(16).toString("hex");
    if (before) await tx.delete(portalDomains).where(eq(portalDomains.shopId, ctx.shop.id));
    const claimed = await tx
      .insert(portalDomains)
      .values({ domain, shopId: ctx.shop.id, token })
      .onConflictDoNothing()
      .returning();
    const [row] = claimed;
    if (row) return ok(viewOf(ctx, row));
    // Somebody else's: the shop keeps what it had.
    if (before) await tx.insert(portalDomains).values(before);
    return refused("Taken");
  });
}

/** Asks DNS again. A domain that no longer says so closes. */
export async function verifyDomain(ctx: ShopContext): Promise<Result<OwnDomain, DomainRefusal>> {
  if (!allowed(ctx.role, "change_policy")) return refused("NotAllowed");
  const row = await ctx.inShop((tx) => domainOf(tx, ctx));
  if (!row) return refused("NoDomain");
  const verified = await saysSo(ctx, row);
  const now = ctx.clock.now();
  const [changed] = await ctx.inShop((tx) =>
    tx
      .update(portalDomains)
      .set({ checkedAt: now, verifiedAt: verified ? (row.verifiedAt ?? now) : null })
      .where(and(eq(portalDomains.shopId, ctx.shop.id), eq(portalDomains.token, row.token)))
      .returning(),
  );
  if (!changed) return refused("NoDomain");
  return verified ? ok(viewOf(ctx, changed)) : refused("NotVerified");
}

export async function releaseDomain(ctx: ShopContext): Promise<Result<void, DomainRefusal>> {
  if (!allowed(ctx.role, "change_policy")) return refused("NotAllowed");
  await ctx.inShop((tx) => tx.delete(portalDomains).where(eq(portalDomains.shopId, ctx.shop.id)));
  return ok(undefined);
}

/**
 * The shop whose portal a host leads to: `bloom.returns.kept.example`, or a verified domain of its own. Across shops,
 * because the host is what says which shop is meant. Null for every other host.
 */
export async function handleAtHost(tools: Tools, host: string): Promise<string | null> {
  const hostname = host.toLowerCase().replace(/:\d+$/, "").replace(/\.$/, "");
  const ours = `.${new URL(tools.settings.portalUrl).hostname}`;
  const label = hostname.endsWith(ours) ? hostname.slice(0, -ours.length) : null;
  return acrossAllShops(tools, async (tx) => {
    const [found] =
      label === null
        ? await tx
            .select({ handle: shops.handle })
            .from(portalDomains)
            .innerJoin(shops, eq(shops.id, portalDomains.shopId))
            .where(and(eq(portalDomains.domain, hostname), isNotNull(portalDomains.verifiedAt)))
        : await tx.select({ handle: shops.handle }).from(shops).where(eq(shops.handle, label));
    return found?.handle ?? null;
  });
}

async function saysSo(ctx: ShopContext, row: DomainRecord): Promise<boolean> {
  const { dns } = ctx.tools;
  for (const { type, name, value } of recordsOf(ctx, row)) {
    const said = await (type === "TXT" ? dns.txt(name) : dns.cname(name));
    if (said.some((each) => each.toLowerCase().replace(/\.$/, "") === value)) return true;
  }
  return false;
}

async function domainOf(tx: Transaction, ctx: ShopContext): Promise<DomainRecord | undefined> {
  const [row] = await tx.select().from(portalDomains).where(eq(portalDomains.shopId, ctx.shop.id));
  return row;
}

/** Across shops, because a claim of one keeps out the others. */
function forgetIdleClaims(tools: Tools): Promise<unknown> {
  const idle = sql`clock_timestamp() - make_interval(days => ${claimDays}::int)`;
  return acrossAllShops(tools, (tx) =>
    tx.delete(portalDomains).where(and(isNull(portalDomains.verifiedAt), lt(portalDomains.claimedAt, idle))),
  );
}

function viewOf(ctx: ShopContext, row: DomainRecord): OwnDomain {
  const { domain, verifiedAt, checkedAt } = row;
  return { domain, verified: verifiedAt !== null, checkedAt, records: recordsOf(ctx, row) };
}
