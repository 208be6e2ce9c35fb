import { actionIds, dashboardDoors } from "../doors.ts";
import { everythingOf } from "../known.ts";
import { insiders } from "../people.ts";
import { changed, settledState, shopState } from "../shop-state.ts";
import { roleTrials, withoutNeed } from "../trials/role-trials.ts";
import { problemsOf } from "../trials/trial.ts";
import type { AttackWorld } from "../world.ts";

const shop = "bloom";

/**
 * Members of each role, and agencies let in as each, × every act their role does not include, in a shop they may look
 * into: each refused for the role, and nothing of the shop is another than before.
 */
export async function roles(world: AttackWorld, { oneIn = 1 } = {}) {
  const names = await everythingOf(world, shop);
  const scene = { world, doors: dashboardDoors(), ids: actionIds(), names };
  const people = await insiders(world);
  const trials = people.flatMap((who) => roleTrials(scene, who)).filter((_, i) => i % oneIn === 0);
  const before = await settledState(world, shop);
  const wrong = await problemsOf(trials);
  const touched = changed(before, await shopState(world, shop));
  const unsaid = withoutNeed(scene.doors);
  return {
    people: people.length,
    tried: trials.length,
    changed: touched,
    unsaid,
    wrong: wrong.slice(0, 60),
    ok: [wrong, touched, unsaid].every(({ length }) => length === 0) && trials.length > 0,
  };
}
