import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/**
 * Seals a secret for one shop and one column (AES-256-GCM; a key per shop derived from the installation's key, the
 * place as additional data): bytes moved to another shop or column do not open. Layout: version, nonce, tag, text.
 */
export function seal(secret: string, key: Buffer, shopId: string, column: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyOf(key, shopId), nonce).setAAD(place(shopId, column));
  const text = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), text]);
}

/** Opens what `seal` made for the same shop and column; throws for anything else. */
export function unseal(sealed: Buffer, key: Buffer, shopId: string, column: string): string {
  if (sealed[0] !== version || sealed.length < 29) throw new Error("Not a sealed secret");
  const decipher = createDecipheriv("aes-256-gcm", keyOf(key, shopId), sealed.subarray(1, 13))
    .setAAD(place(shopId, column))
    .setAuthTag(sealed.subarray(13, 29));
  return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]).toString("utf8");
}

const version = 1;

function keyOf(key: Buffer, shopId: string): Buffer {
  return Buffer.from(hkdfSync("sha256", key, shopId, "kept shop tokens", 32));
}

function place(shopId: string, column: string): Buffer {
  return Buffer.from(`${shopId}|${column}|${version}`);
}
