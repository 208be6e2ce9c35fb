import { createHash, randomBytes } from "node:crypto";
import { sql } from "@kept/database";

/** Days an invitation waits for its answer. */
export const invitationDays = 7;

/** A new way in: what goes into the letter, and the only thing that is kept of it. */
export function makeInvitationToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: invitationHash(token) };
}

export function invitationHash(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** By the database's clock, which also decides whether it is over. */
export const invitationEnd = sql`clock_timestamp() + make_interval(days => ${invitationDays})`;
