import { actionIds, dashboardDoors } from "../doors.ts";
import { everythingOf } from "../known.ts";
import { outsiders, strangers, visitor } from "../people.ts";
import { changed, settledState, shopState } from "../shop-state.ts";
import { keyTrials } from "../trials/key-trials.ts";
import { nobodyTrials } from "../trials/open-trials.ts";
import { ownerTrials } from "../trials/owner-trials.ts";
import { foreignTrials, smuggled } from "../trials/shop-trials.ts";
import { problemsOf } from "../trials/trial.ts";
import type { AttackWorld } from "../world.ts";

/** Whose things everybody else is after. */
const target = "bloom";

/**
 * Every page, route, file address and action of the dashboard × everybody who is not to get in there × looking and
 * acting: nothing is allowed, and what is foreign answers like what is not there. The doors are found in the source and
 * held against the build; the names are of things that are there, and lead their owner to them; the shop's rows are
 * compared before and after. `oneIn` tries every so many of them.
 */
export async function matrix(
  world: AttackWorld,
  { oneIn = 1, build }: { oneIn?: number; build?: string } = {},
) {
  const doors = dashboardDoors();
  const ids = actionIds(build);
  const names = await everythingOf(world, target);
  const scene = { world, doors, ids, names };
  const owner = await visitor(world, "owner", `owner@${target}.example`);
  const nowhere = await problemsOf(ownerTrials(scene, owner));
  const nobodys = await strangers(world);
  const others = await outsiders(world);
  const neighbour = await visitor(world, "owner of another shop", "owner@fjord.example");
  const trials = [
    ...[...nobodys, ...others].flatMap((who) => foreignTrials(scene, who)),
    ...nobodys.flatMap((who) => nobodyTrials(scene, who)),
    ...smuggled(scene, neighbour, await everythingOf(world, "fjord")),
    ...(await keyTrials(scene)),
  ].filter((_, i) => i % oneIn === 0);
  const before = await settledState(world, target);
  const wrong = await problemsOf(trials);
  const touched = changed(before, await shopState(world, target));
  const known = new Set(
    doors.flatMap((door) => (door.kind === "action" ? [`${door.file}#${door.name}`] : [])),
  );
  const unknown = [...ids.keys()].filter((id) => !known.has(id));
  return {
    doors: doors.length,
    foreigners: nobodys.length + others.length,
    tried: trials.length,
    unused: [...known].filter((id) => !ids.has(id)),
    changed: touched,
    nowhere,
    unknown,
    wrong: wrong.slice(0, 60),
    ok: [wrong, touched, nowhere, unknown].every(({ length }) => length === 0) && trials.length > 0,
  };
}
