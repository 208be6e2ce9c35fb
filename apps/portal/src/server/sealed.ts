import { hkdfSync } from "node:crypto";
import { EncryptJWT, jwtDecrypt } from "jose";

/**
 * Something the browser keeps for us and cannot read or change, for one purpose and a time. Opening gives null for
 * everything else: forged, of another purpose, run out.
 */
export async function seal(
  linkKey: Buffer,
  purpose: string,
  value: object,
  expiresAt: Date,
): Promise<string> {
  return new EncryptJWT({ value })
    .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
    .setAudience(purpose)
    .setExpirationTime(expiresAt)
    .encrypt(keyFor(linkKey, purpose));
}

export async function unseal(
  linkKey: Buffer,
  purpose: string,
  text: string | undefined,
  now: Date,
): Promise<unknown> {
  if (!text) return null;
  try {
    const options = { audience: purpose, currentDate: now, requiredClaims: ["exp"] };
    const { payload } = await jwtDecrypt(text, keyFor(linkKey, purpose), options);
    return payload.value ?? null;
  } catch {
    return null;
  }
}

function keyFor(linkKey: Buffer, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", linkKey, "", `kept sealed ${purpose}`, 32));
}
