import { randomBytes } from "node:crypto";
import { and, eq, gt, lt, sql, type Transaction, tables } from "@kept/database";
import type { Granted } from "@kept/shopify";
import { z } from "zod";
import { acrossAllShops, type Tools } from "../tools.ts";
import { hashOf } from "./install.ts";
import { openWithout, sealWithout } from "./shop-keys.ts";

const { pendingConnections } = tables;

/** How long a shop that consented waits for a member to say whose it is. */
export const pendingHours = 24;

const granted = z.object({
  shop: z.string(),
  accessToken: z.string(),
  scopes: z.array(z.string()),
  expiresAt: z.coerce.date().nullable(),
  refreshToken: z.string().nullable(),
  refreshExpiresAt: z.coerce.date().nullable(),
});

/** Keeps what a shop granted until somebody says whose it is. Answers the key that only this browser is given. */
export async function keepPending(tools: Tools, given: Granted): Promise<string> {
  const key = randomBytes(32).toString("base64url");
  await acrossAllShops(tools, async (tx) => {
    await tx.delete(pendingConnections).where(lt(pendingConnections.expiresAt, sql`clock_timestamp()`));
    await tx.insert(pendingConnections).values({
      browserHash: hashOf(key),
      domain: given.shop,
      sealed: sealWithout(tools, JSON.stringify(given), given.shop, "pending_connection"),
      expiresAt: new Date(tools.clock.now().getTime() + pendingHours * 3_600_000),
    });
  });
  return key;
}

/** The shop a browser has yet to say whose it is; null when there is none, or it took too long. */
export async function pendingShop(tools: Tools, key: string | undefined): Promise<{ domain: string } | null> {
  const row = await find(tools, key);
  return row ? { domain: row.domain } : null;
}

/** What was granted, without using it up. */
export async function pendingGrant(tools: Tools, key: string | undefined): Promise<Granted | null> {
  const row = await find(tools, key);
  const text = row && openWithout(tools, row.sealed, row.domain, "pending_connection");
  return text ? granted.parse(JSON.parse(text)) : null;
}

/** Uses it up, as part of what it is used for: true for whoever comes first. */
export async function usePending(tx: Transaction, key: string): Promise<boolean> {
  const used = await tx
    .delete(pendingConnections)
    .where(eq(pendingConnections.browserHash, hashOf(key)))
    .returning({ id: pendingConnections.id });
  return used.length > 0;
}

async function find(tools: Tools, key: string | undefined) {
  if (!key) return null;
  const [row] = await acrossAllShops(tools, (tx) =>
    tx
      .select()
      .from(pendingConnections)
      .where(
        and(
          eq(pendingConnections.browserHash, hashOf(key)),
          gt(pendingConnections.expiresAt, sql`clock_timestamp()`),
        ),
      ),
  );
  return row ?? null;
}
