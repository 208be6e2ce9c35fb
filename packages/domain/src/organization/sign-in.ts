import { createHash } from "node:crypto";
import { and, eq, sql, type Transaction, tables } from "@kept/database";
import { acrossAllShops, type Tools } from "../tools.ts";

const { users, sessions, signInTokens, members } = tables;

/** A session ends when nothing came from its browser for so long … */
export const idleHours = 12;
/** … and at the latest so long after signing in. */
export const sessionDays = 14;

export interface SignedInUser {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly emailVerified: Date | null;
}

/** An address as an identity: trimmed, lower case, one address. Null for anything else (commas, line breaks, spaces). */
export function emailIdentity(input: string): string | null {
  const email = input.trim().toLowerCase().normalize("NFKC");
  return /^[^\s@,;<>"()]{1,64}@[a-z0-9.-]{1,190}\.[a-z0-9-]{2,}$/.test(email) ? email : null;
}

/** True when the address belongs to a member of some organization; only then is a letter sent, and the page never says which. */
export function maySignIn(tools: Tools, email: string): Promise<boolean> {
  const identity = emailIdentity(email);
  if (!identity) return Promise.resolve(false);
  return acrossAllShops(tools, async (tx) => {
    const found = await tx
      .select({ id: users.id })
      .from(users)
      .innerJoin(members, eq(members.userId, users.id))
      .where(eq(users.email, identity))
      .limit(1);
    return found.length > 0;
  });
}

/**
 * Users, sessions and sign-in tokens, kept in the database so that a session ends the moment its row is removed.
 * Shaped for next-auth's adapter (v4), without knowing it. Tokens are kept as SHA-256 only. Signing in makes a new
 * session and ends the one this browser had (`replaces`): nobody's old token becomes worth more than it was.
 */
export function signInStore(tools: Tools, browser: { device?: string; replaces?: string | undefined } = {}) {
  const across = <T>(work: Parameters<typeof acrossAllShops<T>>[1]) => acrossAllShops(tools, work);
  return {
    createUser: (): Promise<SignedInUser> =>
      Promise.reject(new Error("People are invited, not made by signing in")),
    getUser: (id: string) =>
      across(async (tx) => signedIn(await tx.select().from(users).where(eq(users.id, id)))),
    getUserByEmail: (email: string) =>
      across(async (tx) =>
        signedIn(
          await tx
            .select()
            .from(users)
            .where(eq(users.email, emailIdentity(email) ?? "")),
        ),
      ),
    getUserByAccount: (): Promise<SignedInUser | null> => Promise.resolve(null),
    updateUser: (user: { id: string; emailVerified?: Date | null }) =>
      across(async (tx) => {
        const rows = await tx
          .update(users)
          .set({ emailVerifiedAt: user.emailVerified ?? null })
          .where(eq(users.id, user.id))
          .returning();
        const changed = signedIn(rows);
        if (!changed) throw new Error("No such user");
        return changed;
      }),
    linkAccount: (): Promise<void> => Promise.resolve(),
    createSession: (session: { sessionToken: string; userId: string; expires: Date }) =>
      across(async (tx) => {
        if (browser.replaces)
          await tx.delete(sessions).where(eq(sessions.token, sessionHash(browser.replaces)));
        const [row] = await tx
          .insert(sessions)
          .values({
            token: sessionHash(session.sessionToken),
            userId: session.userId,
            expiresAt: sql`clock_timestamp() + make_interval(days => ${sessionDays})`,
            device: browser.device?.slice(0, 80) ?? null,
          })
          .returning({ expires: sessions.expiresAt });
        await seen(tx, session.userId);
        return { ...session, expires: row?.expires ?? session.expires };
      }),
    getSessionAndUser: (sessionToken: string) =>
      across(async (tx) => {
        const [row] = await tx
          .select({ sessions, users, unnoted })
          .from(sessions)
          .innerJoin(users, eq(users.id, sessions.userId))
          .where(and(eq(sessions.token, sessionHash(sessionToken)), stillAlive));
        const user = row && signedIn([row.users]);
        if (!row || !user) return null;
        if (row.unnoted) await noteSeen(tx, row.sessions);
        return { user, session: { sessionToken, userId: user.id, expires: row.sessions.expiresAt } };
      }),
    /** Two weeks are two weeks: nothing that comes from a browser makes its session longer. */
    updateSession: (): Promise<null> => Promise.resolve(null),
    deleteSession: (sessionToken: string) =>
      across(async (tx) => {
        await tx.delete(sessions).where(eq(sessions.token, sessionHash(sessionToken)));
      }),
    createVerificationToken: (token: { identifier: string; token: string; expires: Date }) =>
      across(async (tx) => {
        await tx.insert(signInTokens).values({
          identifier: token.identifier,
          tokenHash: sessionHash(token.token),
          expiresAt: token.expires,
        });
        return token;
      }),
    /** Deleting is using: the row can be taken once, by whoever comes first. */
    useVerificationToken: (token: { identifier: string; token: string }) =>
      across(async (tx) => {
        const [row] = await tx
          .delete(signInTokens)
          .where(
            and(
              eq(signInTokens.identifier, token.identifier),
              eq(signInTokens.tokenHash, sessionHash(token.token)),
            ),
          )
          .returning();
        return row ? { ...token, expires: row.expiresAt } : null;
      }),
  };
}

function signedIn(rows: readonly (typeof users.$inferSelect)[]): SignedInUser | null {
  const [row] = rows;
  return row ? { id: row.id, email: row.email, name: row.name, emailVerified: row.emailVerifiedAt } : null;
}

/** All that is kept of a token. */
export function sessionHash(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** The two clocks by which a request is let in. */
export const stillAlive = and(
  sql`${sessions.expiresAt} > clock_timestamp()`,
  sql`${sessions.lastSeenAt} > clock_timestamp() - make_interval(hours => ${idleHours})`,
);

const unnoted = sql<boolean>`${sessions.lastSeenAt} < clock_timestamp() - interval '1 minute'`;

/** At most once a minute, so that a page with many requests does not queue up behind its own row. */
async function noteSeen(tx: Transaction, session: typeof sessions.$inferSelect): Promise<void> {
  const [touched] = await tx
    .update(sessions)
    .set({ lastSeenAt: sql`clock_timestamp()` })
    .where(and(eq(sessions.token, session.token), unnoted))
    .returning({ id: sessions.id });
  if (touched) await seen(tx, session.userId);
}

async function seen(tx: Transaction, userId: string): Promise<void> {
  const now = { lastSeenAt: sql`clock_timestamp()` };
  await tx.update(users).set(now).where(eq(users.id, userId));
}
