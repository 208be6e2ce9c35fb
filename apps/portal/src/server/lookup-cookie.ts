import { cookies } from "next/headers";
import { env } from "./env.ts";

const name = "kept_lookup";

/** This browser is the one that asked for a code. The key is random and in no address, so that a link cannot carry it. */
export async function rememberLookup(
  handle: string,
  lookup: { key: string; expiresAt: Date },
): Promise<void> {
  (await cookies()).set(name, lookup.key, {
    path: `/${handle}`,
    expires: lookup.expiresAt,
    httpOnly: true,
    sameSite: "lax",
    secure: env().portalUrl.startsWith("https://"),
  });
}

/** The key of the lookup this browser asked for; null when there is none. */
export async function lookupKey(): Promise<string | null> {
  const key = (await cookies()).get(name)?.value;
  return key && /^[\w-]{22}$/.test(key) ? key : null;
}
