import { createHash } from "node:crypto";
import { inOneBreath, sql, type Transaction, tables } from "@kept/database";
import { acrossAllShops, type Tools } from "../tools.ts";

/** Something that may be tried only so often, and the window its tries are counted in. */
export interface Tried {
  readonly subject: string;
  readonly seconds: number;
}

/** How often it was tried in this window, this try included, and how long the window still lasts. */
export interface Tries {
  readonly count: number;
  readonly secondsLeft: number;
}

/** How often one thing may be tried in a window. */
export interface TryLimit extends Tried {
  readonly most: number;
}

/** Counts a try against every limit and answers the seconds to wait when one is exceeded, else null. */
export async function countTry(tools: Tools, limits: readonly TryLimit[]): Promise<number | null> {
  const counted = await tries(tools, limits);
  const exceeded = counted.filter(({ count }, at) => count > (limits[at]?.most ?? 0));
  return exceeded.length === 0 ? null : Math.max(...exceeded.map(({ secondsLeft }) => secondsLeft));
}

type Each<T extends readonly Tried[]> = { [K in keyof T]: Tries };

/**
 * Counts a try of each. Subjects are hashed before they are kept; one statement each, so that parallel tries cannot
 * slip through together. Across shops, because an address is no shop's. While the database does not answer, this
 * process counts by itself: a limit never opens because something is down.
 */
export async function tries<const T extends readonly Tried[]>(tools: Tools, all: T): Promise<Each<T>> {
  try {
    const counted = await acrossAllShops(tools, (tx) =>
      inOneBreath(all.map((each) => () => inDatabase(tx, each))),
    );
    return counted as Each<T>;
  } catch (error) {
    tools.log.warn({ err: error }, "tries are counted in memory");
    return all.map(inMemory) as Each<T>;
  }
}

async function inDatabase(tx: Transaction, { subject, seconds }: Tried): Promise<Tries> {
  const window = sql`to_timestamp(floor(extract(epoch from clock_timestamp()) / ${seconds}) * ${seconds})`;
  const [row] = await tx
    .insert(tables.rateLimits)
    .values({ subject: hashed(subject), windowStart: window })
    .onConflictDoUpdate({
      target: [tables.rateLimits.subject, tables.rateLimits.windowStart],
      set: { hits: sql`${tables.rateLimits.hits} + 1` },
    })
    .returning({
      count: tables.rateLimits.hits,
      secondsLeft: sql<number>`ceil(extract(epoch from ${tables.rateLimits.windowStart}) + ${seconds} - extract(epoch from clock_timestamp()))::int`,
    });
  if (!row) throw new Error("A try was not counted");
  return row;
}

/** The same windows as the database's, forgotten with their end. */
const counted = new Map<string, { count: number; ends: number }>();
const mostRemembered = 100_000;

function inMemory({ subject, seconds }: Tried): Tries {
  const now = Date.now() / 1000;
  const ends = (Math.floor(now / seconds) + 1) * seconds;
  if (counted.size >= mostRemembered) {
    for (const [key, window] of counted) if (window.ends <= now) counted.delete(key);
  }
  const name = `${hashed(subject)}|${ends}`;
  // Full of windows that still run: whoever is new waits, rather than be let in uncounted.
  const known = counted.get(name) ?? { count: counted.size >= mostRemembered ? 1_000_000 : 0, ends };
  known.count += 1;
  if (counted.size < mostRemembered || counted.has(name)) counted.set(name, known);
  return { count: known.count, secondsLeft: Math.ceil(ends - now) };
}

function hashed(subject: string): string {
  return createHash("sha256").update(subject).digest("base64url");
}
