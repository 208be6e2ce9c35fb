import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** A key to seal with, and its number: what it sealed says which one opens it. */
export interface SealingKey {
  readonly version: number;
  /** 32 bytes. */
  readonly bytes: Buffer;
}

/**
 * Seals a secret for one owner and one place (AES-256-GCM; owner, place and the key's version as additional data):
 * bytes moved to another shop or column do not open. Layout: format, key version, nonce, tag, text.
 */
export function seal(secret: string, key: SealingKey, owner: string, place: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key.bytes, nonce).setAAD(
    additional(owner, place, key.version),
  );
  const text = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  const head = Buffer.alloc(5);
  head[0] = format;
  head.writeUInt32BE(key.version, 1);
  return Buffer.concat([head, nonce, cipher.getAuthTag(), text]);
}

/** Which key's version opens it. Throws for what `seal` did not make. */
export function keyVersionOf(sealed: Buffer): number {
  if (sealed[0] !== format || sealed.length < 33) throw new Error("Not a sealed secret");
  return sealed.readUInt32BE(1);
}

/** Opens what `seal` made with the same key for the same owner and place; throws for anything else. */
export function unseal(sealed: Buffer, key: SealingKey, owner: string, place: string): string {
  const version = keyVersionOf(sealed);
  if (version !== key.version) throw new Error("Sealed with another key");
  const decipher = createDecipheriv("aes-256-gcm", key.bytes, sealed.subarray(5, 17))
    .setAAD(additional(owner, place, version))
    .setAuthTag(sealed.subarray(17, 33));
  return Buffer.concat([decipher.update(sealed.subarray(33)), decipher.final()]).toString("utf8");
}

const format = 2;

function additional(owner: string, place: string, version: number): Buffer {
  return Buffer.from(`${owner}|${place}|${version}`);
}
