import { createHash, randomBytes } from "node:crypto";
import { and, asc, desc, eq, ne, sql, type Transaction, tables } from "@kept/database";
import { acrossAllShops, type Tools } from "../tools.ts";
import { keyVersionOf, type SealingKey, seal, unseal } from "./seal.ts";

const { shopKeys } = tables;

/** One of a shop's keys, wrapped as it is kept. */
export type ShopKey = typeof shopKeys.$inferSelect;

/** The installation's own keys: the first wraps, the others only still open, while the first is being changed. */
function wrappingKeys(tools: Tools): readonly [Buffer, ...Buffer[]] {
  const { encryptionKey, previousEncryptionKeys = [] } = tools.settings;
  return [encryptionKey, ...previousEncryptionKeys];
}

/** What a wrapping key is called where it was used: a fingerprint, from which nothing can be opened. */
function nameOf(key: Buffer): string {
  return createHash("sha256").update("kept wrapping key").update(key).digest("hex").slice(0, 16);
}

/** The key a shop's secrets are sealed with from now on; made on first use. */
export async function sealingKey(tools: Tools, tx: Transaction, shopId: string): Promise<SealingKey> {
  const newest = () =>
    tx.select().from(shopKeys).where(eq(shopKeys.shopId, shopId)).orderBy(desc(shopKeys.version)).limit(1);
  const [known] = await newest();
  if (known) return opened(tools, known);
  const bytes = randomBytes(32);
  await tx
    .insert(shopKeys)
    .values({ shopId, version: 1, ...wrapped(tools, shopId, 1, bytes) })
    .onConflictDoNothing();
  const [made] = await newest();
  if (!made) throw new Error("A shop's key was made and is not there");
  return opened(tools, made);
}

interface Secret {
  readonly sealed: Buffer;
  readonly column: string;
}

/** Opens what any of a shop's keys sealed. */
export async function openSecret(
  tools: Tools,
  tx: Transaction,
  shopId: string,
  secret: Secret,
): Promise<string> {
  const keys = await tx.select().from(shopKeys).where(eq(shopKeys.shopId, shopId));
  return openWith(tools, keys, shopId, secret);
}

/** The same with a shop's keys as they were read already. */
export function openWith(tools: Tools, keys: readonly ShopKey[], shopId: string, secret: Secret): string {
  const version = keyVersionOf(secret.sealed);
  const row = keys.find((key) => key.version === version);
  if (!row) throw new Error("The shop has no such key");
  return unseal(secret.sealed, opened(tools, row), shopId, secret.column);
}

/**
 * Wraps every shop's key under the newest wrapping key; tokens stay as they are. Safe to run again and beside
 * everything else. Answers how many were wrapped anew, and how many cannot be opened with any key that is known.
 */
export async function rewrapKeys(tools: Tools): Promise<{ rewrapped: number; unknown: number }> {
  const [current] = wrappingKeys(tools);
  const rows = await acrossAllShops(tools, (tx) =>
    tx
      .select()
      .from(shopKeys)
      .where(ne(shopKeys.kek, nameOf(current)))
      .orderBy(asc(shopKeys.shopId)),
  );
  let unknown = 0;
  for (const row of rows) {
    if (!wrappingKeys(tools).some((key) => nameOf(key) === row.kek)) {
      unknown += 1;
      continue;
    }
    const fresh = wrapped(tools, row.shopId, row.version, opened(tools, row).bytes);
    await acrossAllShops(tools, (tx) =>
      tx
        .update(shopKeys)
        .set({ ...fresh, rewrappedAt: sql`clock_timestamp()` })
        .where(
          and(eq(shopKeys.shopId, row.shopId), eq(shopKeys.version, row.version), eq(shopKeys.kek, row.kek)),
        ),
    );
  }
  return { rewrapped: rows.length - unknown, unknown };
}

/** Seals something that belongs to no shop yet, under the installation's own key. */
export function sealWithout(tools: Tools, secret: string, owner: string, place: string): Buffer {
  return seal(secret, { version: 0, bytes: wrappingKeys(tools)[0] }, owner, place);
}

/** Null when none of the installation's keys opens it. */
export function openWithout(tools: Tools, sealed: Buffer, owner: string, place: string): string | null {
  for (const bytes of wrappingKeys(tools)) {
    try {
      return unseal(sealed, { version: 0, bytes }, owner, place);
    } catch {
      // The next key may be the one.
    }
  }
  return null;
}

function wrapped(tools: Tools, shopId: string, version: number, bytes: Buffer) {
  const [current] = wrappingKeys(tools);
  const key = { version: 0, bytes: current };
  return {
    wrapped: seal(bytes.toString("base64"), key, shopId, `data_key/${version}`),
    kek: nameOf(current),
  };
}

function opened(tools: Tools, row: ShopKey): SealingKey {
  const bytes = wrappingKeys(tools).find((key) => nameOf(key) === row.kek);
  if (!bytes) throw new Error(`The key ${row.kek} that wraps a shop's key is not known here`);
  const text = unseal(row.wrapped, { version: 0, bytes }, row.shopId, `data_key/${row.version}`);
  return { version: row.version, bytes: Buffer.from(text, "base64") };
}
