import { call } from "../call.ts";
import { actionIds, dashboardDoors } from "../doors.ts";
import { diceOf } from "../fuzz/dice.ts";
import { strikeAt } from "../fuzz/strikes.ts";
import { nameOf } from "../guards.ts";
import { inBatches } from "../in-batches.ts";
import { everythingOf } from "../known.ts";
import { visitor } from "../people.ts";
import type { AttackWorld } from "../world.ts";

const shop = "fjord";

/**
 * Requests nobody would write, at every page, route and action, from a stranger and from an owner: never a fault of
 * ours, never a stack trace, never a process that ends. The same seed makes the same requests.
 */
export async function fuzz(world: AttackWorld, { requests = 20_000, seed = 1 } = {}) {
  const { at } = world;
  const owner = await visitor(world, "owner", `owner@${shop}.example`);
  // Who signs out, or everybody else out, has a session of their own to lose.
  const leaver = await visitor(world, "agency", "agency@northwind.example");
  const doors = dashboardDoors();
  const target = { dashboard: at.dashboard, names: await everythingOf(world, shop), ids: actionIds() };
  const faults = new Map<string, { times: number; says: string }>();
  const traces: string[] = [];
  const exitsBefore = world.exits();
  const statuses = await inBatches(requests, 16, async (i) => {
    const dice = diceOf(seed * 1_000_003 + i);
    const door = dice.one(doors);
    const name = nameOf(door);
    const somebody = /#(signOut|endAllOthers|endOne)$/.test(name) ? leaver : owner;
    const strike = strikeAt(target, door, dice.chance(0.7) ? somebody : null, dice);
    const fault = (what: string) => {
      const { times, says } = faults.get(`${name} ${what}`) ?? { times: 0, says: strike.says };
      faults.set(`${name} ${what}`, { times: times + 1, says });
    };
    try {
      const answer = await strike.send();
      if (answer.status >= 500) fault(String(answer.status));
      if (/\n\s+at .+\(?(?:file:|\/|node:)/.test(answer.body)) traces.push(name);
      return answer.status;
    } catch (error) {
      // A request that cannot be written as HTTP did not arrive; one that was cut off did.
      const cause =
        error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
      if (!/invalid|header|URL|byte/i.test(`${error} ${cause}`)) fault(cause);
      return 0;
    }
  });
  const alive = (await call(at.dashboard, "/healthz", null)).status === 200;
  const stillIn = (await call(at.dashboard, `/${shop}/returns`, owner)).status === 200;
  const exits = world.exits() - exitsBefore;
  const total = [...faults.values()].reduce((sum, { times }) => sum + times, 0);
  return {
    requests,
    arrived: statuses.filter((status) => status > 0).length,
    faults: total,
    traces: traces.length,
    exits,
    stillIn,
    where: [...faults]
      .map(([name, fault]) => ({ name, ...fault }))
      .sort((a, b) => b.times - a.times)
      .slice(0, 40),
    ok: total === 0 && traces.length === 0 && exits === 0 && alive && stillIn,
  };
}
