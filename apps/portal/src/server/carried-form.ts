import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { z } from "zod";
import type { RefusedForm } from "./exchange.ts";

export const carriedFormName = "kept_form";

/** Long enough to correct a form, short enough that an abandoned one does not come back tomorrow. */
export const carriedSeconds = 300;

/** What browsers keep of one cookie, less its name and attributes. */
const mostCharacters = 3_800;

/**
 * A refused form travels back to its page in a sealed cookie, so that the page is fetched and not posted: refresh and
 * the back button then never ask to send a form again. Null when it is too long for that.
 */
export function sealForm(linkKey: Buffer, path: string, form: RefusedForm, now: Date): string | null {
  const until = now.getTime() + carriedSeconds * 1000;
  const plain = deflateRawSync(JSON.stringify({ path, until, form } satisfies Carried));
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", sealKey(linkKey), nonce);
  const text = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString(
    "base64url",
  );
  return text.length > mostCharacters ? null : text;
}

/** The form that was carried to this page, among all that came along. Null when there is none. Never throws. */
export function openForm(
  linkKey: Buffer,
  path: string,
  sealed: readonly string[],
  now: Date,
): RefusedForm | null {
  for (const text of sealed) {
    const carried = unseal(linkKey, text);
    if (carried?.path === path && carried.until > now.getTime()) return carried.form;
  }
  return null;
}

/** Null for a forged or broken one. */
function unseal(linkKey: Buffer, text: string): Carried | null {
  if (text.length > mostCharacters) return null;
  try {
    const bytes = Buffer.from(text, "base64url");
    const cipher = createDecipheriv("aes-256-gcm", sealKey(linkKey), bytes.subarray(0, 12));
    cipher.setAuthTag(bytes.subarray(-16));
    const plain = Buffer.concat([cipher.update(bytes.subarray(12, -16)), cipher.final()]);
    return carriedSchema.parse(JSON.parse(inflateRawSync(plain, { maxOutputLength: 1 << 20 }).toString()));
  } catch {
    return null;
  }
}

const carriedSchema = z.object({
  path: z.string(),
  until: z.number(),
  form: z.object({
    form: z.enum([
      "find",
      "code",
      "orders",
      "items",
      "refund",
      "review",
      "cancel",
      "switch",
      "parcel",
      "message",
    ]),
    typed: z.record(z.string(), z.string()),
    problems: z.record(z.string(), z.string()),
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
});

type Carried = z.input<typeof carriedSchema>;

function sealKey(linkKey: Buffer): Buffer {
  return Buffer.from(hkdfSync("sha256", linkKey, "", "kept carried form", 32));
}
