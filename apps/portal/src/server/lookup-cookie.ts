import { createHash } from "node:crypto";
import { cookies } from "next/headers";
import { carriedFormName } from "./carried-form.ts";
import { env } from "./env.ts";

const name = "kept_lookup";

/** Orders a browser may look for at once, each in a window of its own. */
const mostAtOnce = 3;

/**
 * This browser is the one that asked for a code. The key is random and in no address, so that a link cannot carry it.
 * What it asked for before, in another window, stays; what was refused of that is no longer shown, or it would be taken
 * for what was asked now.
 */
export async function rememberLookup(
  handle: string,
  lookup: { key: string; expiresAt: Date },
): Promise<void> {
  const before = (await keys()).filter((key) => key !== lookup.key);
  const jar = await cookies();
  jar.set(carriedFormName, "", { path: `/${handle}/code`, maxAge: 0 });
  jar.set(name, [lookup.key, ...before].slice(0, mostAtOnce).join("."), {
    path: `/${handle}`,
    expires: lookup.expiresAt,
    httpOnly: true,
    sameSite: "lax",
    secure: env().portalUrl.startsWith("https://"),
  });
}

/** The key of the lookup this browser asked for: the one a form is `about`, else the newest. Null when there is none. */
export async function lookupKey(about?: unknown): Promise<string | null> {
  const all = await keys();
  return all.find((key) => aboutLookup(key) === about) ?? all[0] ?? null;
}

/** Says in a page which of a browser's lookups it is about, and nothing of the key. */
export function aboutLookup(key: string): string {
  return createHash("sha256").update(key).digest("base64url").slice(0, 10);
}

async function keys(): Promise<string[]> {
  const value = (await cookies()).get(name)?.value ?? "";
  return value.split(".").filter((key) => /^[\w-]{22}$/.test(key));
}
