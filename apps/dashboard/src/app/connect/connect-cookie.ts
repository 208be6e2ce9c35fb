import { pendingHours } from "@kept/domain";
import { cookies } from "next/headers";

const name = "__Host-kept-connect";

/** Binds a shop that waits to this browser. Lax: the way back from a sign-in letter leads here too. */
export function connectCookie(key: string): string {
  return `${name}=${key}; Path=/; Max-Age=${pendingHours * 3600}; HttpOnly; Secure; SameSite=Lax`;
}

/** The key of the shop that waits in this browser, if one does. */
export async function connectKey(): Promise<string | undefined> {
  return (await cookies()).get(name)?.value;
}

export async function forgetConnectKey(): Promise<void> {
  (await cookies()).delete({ name, path: "/", secure: true });
}
