import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, isNull, lt, or, sql, type Transaction, tables } from "@kept/database";
import { ShopifyUnavailable } from "@kept/shopify";
import type { Tools } from "../tools.ts";
import { NotInstalled } from "./not-installed.ts";
import { sealedTokens } from "./sealed-tokens.ts";
import type { Shop } from "./shop.ts";
import { openWith, type ShopKey, sealingKey } from "./shop-keys.ts";

const { installations, shopKeys } = tables;

/** A token that may be used now. */
export interface Access {
  readonly accessToken: string;
  readonly expiresAt: Date | null;
  readonly scopes: readonly string[];
}

type InShop = <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>;

/** A token that dies sooner is renewed before it is used, so that no call meets its end on the way. */
const marginMs = 5 * 60_000;
const renewalMs = 10_000;
const leaseSeconds = 20;
const patienceMs = 25_000;

/** What a shop's token is read from: itself, sealed, beside each of the shop's keys. Without an installation there is none. */
export const accessColumns = {
  installation: installations,
  key: shopKeys,
  dying: sql<boolean>`coalesce(${installations.expiresAt} < clock_timestamp() + make_interval(secs => ${marginMs / 1000}), false)`,
};

export interface AccessRow {
  readonly installation: typeof installations.$inferSelect | null;
  readonly key: ShopKey | null;
  readonly dying: boolean;
}

/** The token as these rows have it; null when it has to be renewed before it is used. Throws NotInstalled. */
export function accessIn(tools: Tools, shop: Shop, rows: readonly AccessRow[]): Access | null {
  const now = standingIn(tools, shop, rows);
  return now.dying && now.refreshToken ? null : now;
}

/**
 * The shop's token, renewed first when it is about to die or is known as `dead`. However many ask at once, in however
 * many processes, there is one renewal: each process asks once, and between processes a lease in the database decides.
 * Throws NotInstalled when only the merchant can help, ShopifyUnavailable when Shopify cannot be asked now.
 */
export function accessOf(tools: Tools, shop: Shop, inShop: InShop, dead?: string): Promise<Access> {
  const flights = underWay(tools);
  const known = flights.get(shop.id);
  if (known) return known;
  const flight = usableOrRenewed(tools, shop, inShop, dead).finally(() => flights.delete(shop.id));
  flights.set(shop.id, flight);
  return flight;
}

const allFlights = new WeakMap<Tools, Map<string, Promise<Access>>>();

function underWay(tools: Tools): Map<string, Promise<Access>> {
  const flights = allFlights.get(tools) ?? new Map<string, Promise<Access>>();
  allFlights.set(tools, flights);
  return flights;
}

async function usableOrRenewed(tools: Tools, shop: Shop, inShop: InShop, dead?: string): Promise<Access> {
  const giveUp = performance.now() + patienceMs;
  for (;;) {
    const now = await standing(tools, shop, inShop);
    const usable = now.accessToken !== dead && !now.dying;
    if (usable || !now.refreshToken) return now;
    if (now.refused) throw new NotInstalled(`Kept has to be connected to ${shop.handle} again`);
    if (await takeLease(shop, inShop)) return renew(tools, shop, inShop, now);
    if (performance.now() > giveUp)
      throw new ShopifyUnavailable("too_slow", "the token is being renewed elsewhere");
    await sleep(100);
  }
}

async function standing(tools: Tools, shop: Shop, inShop: InShop) {
  const rows = await inShop((tx) =>
    tx
      .select(accessColumns)
      .from(installations)
      .leftJoin(shopKeys, eq(shopKeys.shopId, installations.shopId))
      .where(eq(installations.shopId, shop.id)),
  );
  return standingIn(tools, shop, rows);
}

function standingIn(tools: Tools, shop: Shop, rows: readonly AccessRow[]) {
  const [row] = rows;
  if (!row?.installation || row.installation.uninstalledAt)
    throw new NotInstalled(`Kept is not installed in ${shop.handle}`);
  const { accessToken, refreshToken, expiresAt, scopes, renewalRefusedAt } = row.installation;
  const keys = rows.flatMap(({ key }) => key ?? []);
  const open = (sealed: Buffer, column: string) => openWith(tools, keys, shop.id, { sealed, column });
  return {
    /** As it is written down: another one there means that somebody has renewed it, or connected the shop anew. */
    sealed: accessToken,
    accessToken: open(accessToken, "access_token"),
    refreshToken: refreshToken && open(refreshToken, "refresh_token"),
    expiresAt,
    scopes,
    dying: row.dying,
    refused: renewalRefusedAt !== null,
  };
}

async function takeLease(shop: Shop, inShop: InShop): Promise<boolean> {
  const taken = await inShop((tx) =>
    tx
      .update(installations)
      .set({ renewalLeaseUntil: sql`clock_timestamp() + make_interval(secs => ${leaseSeconds})` })
      .where(
        and(
          eq(installations.shopId, shop.id),
          or(
            isNull(installations.renewalLeaseUntil),
            lt(installations.renewalLeaseUntil, sql`clock_timestamp()`),
          ),
        ),
      )
      .returning({ shopId: installations.shopId }),
  );
  return taken.length > 0;
}

/**
 * Both new tokens are written down before either is used: Shopify keeps the old refresh token until the new access
 * token is, so that dying anywhere in here leaves one that works. A shop whose merchant connects it anew meanwhile keeps
 * what it was given then, whatever Shopify says to the tokens it had before.
 */
async function renew(
  tools: Tools,
  shop: Shop,
  inShop: InShop,
  seen: { readonly accessToken: string; readonly sealed: Buffer },
): Promise<Access> {
  let { sealed } = seen;
  const change = (set: Partial<typeof installations.$inferInsert>) =>
    inShop((tx) =>
      tx
        .update(installations)
        .set(set)
        .where(and(eq(installations.shopId, shop.id), eq(installations.accessToken, sealed)))
        .returning({ shopId: installations.shopId }),
    );
  try {
    // Somebody may have renewed it between our look and our lease.
    const now = await standing(tools, shop, inShop);
    sealed = now.sealed;
    if (now.accessToken !== seen.accessToken) return now;
    const granted = await inTime(
      tools.shopify.renewToken({ shop: shop.domain, refreshToken: now.refreshToken ?? "" }),
    );
    if (!granted) {
      const refused = await change({ renewalRefusedAt: tools.clock.now() });
      if (refused.length === 0) return standing(tools, shop, inShop);
      throw new NotInstalled(`Kept has to be connected to ${shop.handle} again`);
    }
    const scopes = granted.scopes.length > 0 ? granted.scopes : now.scopes;
    const key = await inShop((tx) => sealingKey(tools, tx, shop.id));
    const written = { ...sealedTokens(key, shop.id, granted), scopes: [...scopes], renewalRefusedAt: null };
    if ((await change({ ...written, renewalLeaseUntil: null })).length === 0)
      return standing(tools, shop, inShop);
    return { accessToken: granted.accessToken, expiresAt: granted.expiresAt, scopes };
  } finally {
    await change({ renewalLeaseUntil: null });
  }
}

function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new ShopifyUnavailable("too_slow", "the token was not renewed in time")),
      renewalMs,
    );
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
