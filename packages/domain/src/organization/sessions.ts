import { and, desc, eq, ne, tables } from "@kept/database";
import { acrossAllShops, type Tools } from "../tools.ts";
import { isId } from "./organization-context.ts";
import { sessionHash, stillAlive } from "./sign-in.ts";

const { sessions } = tables;

/** A browser somebody is signed in with. Its token stands nowhere: the id names it. */
export interface Session {
  readonly id: string;
  readonly device: string;
  readonly signedInAt: Date;
  readonly lastSeenAt: Date;
  /** The one that asks. */
  readonly here: boolean;
}

/** Where a person is signed in, the last one seen first. */
export function mySessions(tools: Tools, input: { userId: string; token: string }): Promise<Session[]> {
  return acrossAllShops(tools, async (tx) => {
    const rows = await tx
      .select()
      .from(sessions)
      .where(and(eq(sessions.userId, input.userId), stillAlive))
      .orderBy(desc(sessions.lastSeenAt));
    const here = sessionHash(input.token);
    return rows.map((row) => ({
      id: row.id,
      device: row.device ?? "A browser",
      signedInAt: row.createdAt,
      lastSeenAt: row.lastSeenAt,
      here: row.token === here,
    }));
  });
}

/** Signs one browser out, with its next request. Somebody else's session is a session that is not there. */
export async function endSession(tools: Tools, input: { userId: string; id: string }): Promise<boolean> {
  if (!isId(input.id)) return false;
  const ended = await acrossAllShops(tools, (tx) =>
    tx
      .delete(sessions)
      .where(and(eq(sessions.userId, input.userId), eq(sessions.id, input.id)))
      .returning({ id: sessions.id }),
  );
  return ended.length > 0;
}

/** Signs a person out everywhere but here. Answers how many browsers that were. */
export async function endOtherSessions(
  tools: Tools,
  input: { userId: string; token: string },
): Promise<number> {
  const ended = await acrossAllShops(tools, (tx) =>
    tx
      .delete(sessions)
      .where(and(eq(sessions.userId, input.userId), ne(sessions.token, sessionHash(input.token))))
      .returning({ id: sessions.id }),
  );
  return ended.length;
}
