import { fill, type Names, named, pageOf, queryOf, valuesFor } from "../asking.ts";
import { type Answered, call, callAction, sameTo } from "../call.ts";
import type { ActionIds, Door } from "../doors.ts";
import { nameOf } from "../guards.ts";
import { inBatches } from "../in-batches.ts";
import type { Visitor } from "../people.ts";
import type { AttackWorld } from "../world.ts";

/** Somebody at a door; what is wrong with the answer, if anything. */
export interface Trial {
  readonly says: string;
  problem(): Promise<string | null>;
}

/** Where it is tried: which dashboard, its doors, and what the things behind them are called. */
export interface Scene {
  readonly world: AttackWorld;
  readonly doors: readonly Door[];
  readonly ids: ActionIds;
  readonly names: Names;
}

export type Attempt = (names: Names) => Promise<Answered>;

/** Every way to look or to act at a door: a page as a browser and as a script reads it, a route by each of its methods. */
export function attemptsAt({ world: { at }, ids }: Scene, door: Door, who: Visitor): Attempt[] {
  if (door.kind === "action") {
    const known = ids.get(`${door.file}#${door.name}`);
    if (!known) return [];
    return [
      (names) =>
        callAction(at.dashboard, pageOf(known.page, names), who, {
          id: known.id,
          values: valuesFor(door, names),
        }),
    ];
  }
  const path = (names: Names) => `${fill(door.path, names)}${queryOf(door.path, names)}`;
  if (door.kind === "page")
    return [
      (names) => call(at.dashboard, path(names), who),
      (names) => call(at.dashboard, path(names), who, { headers: { rsc: "1" } }),
    ];
  return door.methods.map((method) => (names) => {
    const headers = { origin: at.dashboard, "content-type": "application/json" };
    const body = method === "GET" || method === "DELETE" ? {} : { body: "{}" };
    return call(at.dashboard, path(names), who, { method, headers, ...body });
  });
}

/** Asks for what is there and for what is not: both must be refused in the same words. */
export function apart(
  door: Door,
  who: string,
  attempt: Attempt,
  { foreign, absent }: { foreign: Names; absent: Names },
): Trial {
  const pairs = named.map((what) => [foreign[what], absent[what]] as const);
  return {
    says: `${who} ${nameOf(door)}`,
    async problem() {
      const foreigns: Answered[] = [];
      const absents: Answered[] = [];
      // What both show of one's own may change in between by somebody else's turn, and a page's parts may come in more
      // ways than one: what is told apart is told apart every time, and has no answer in common.
      for (let turns = 0; turns < 5; turns += 1) {
        const [asked, nothing] = await Promise.all([attempt(foreign), attempt(absent)]);
        if (asked.status >= 500) return `a fault, ${asked.status}`;
        if (door.kind !== "action" && letIn(asked)) return "let in";
        foreigns.push(answer(door, asked));
        absents.push(answer(door, nothing));
        if (foreigns.some((one) => absents.some((other) => sameTo(one, other, pairs)))) return null;
      }
      return "tells apart";
    },
  };
}

/** What an action answered, without the page of one's own that comes with it anew; any other answer as it is. */
function answer(door: Door, answered: Answered): Answered {
  const row = door.kind === "action" && answered.status === 200 && /^1:.*$/m.exec(answered.body)?.[0];
  return row ? { ...answered, body: row } : answered;
}

/** Whether an answer opened the door. To a script a refusal is told inside an answer that says 200. */
export function letIn({ status, location, body }: Answered): boolean {
  const refused = /NEXT_REDIRECT;\w+;\/sign-in|NEXT_HTTP_ERROR_FALLBACK;404/.test(body);
  return status < 300 && !refused && !location?.startsWith("/sign-in");
}

/** What was wrong, trial by trial. */
export async function problemsOf(trials: readonly Trial[]): Promise<string[]> {
  const found = await inBatches(trials.length, 6, async (i) => {
    const problem = await trials[i]?.problem();
    return problem ? `${trials[i]?.says}: ${problem}` : null;
  });
  return found.filter((each) => each !== null);
}
