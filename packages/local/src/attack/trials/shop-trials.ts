import { fill, type Names, valuesFor } from "../asking.ts";
import type { Door } from "../doors.ts";
import { guardOf, nameOf } from "../guards.ts";
import { isId, namesOfNothing, nothing } from "../known.ts";
import type { Visitor } from "../people.ts";
import { apart, attemptsAt, type Scene, type Trial } from "./trial.ts";

/** As long as "bloom", so that lengths tell nothing either. */
const noShop = "blown";

/** Somebody who is not in the shop, at every door of the shop and of its organization. */
export function foreignTrials(scene: Scene, who: Visitor): Trial[] {
  const foreign = scene.names;
  const absent = { ...foreign, shop: noShop, organization: nothing };
  return scene.doors.flatMap((door) => {
    const about =
      guardOf(door) === "shop" || guardOf(door) === "organization" || nameOf(door) === "/shops/team";
    return about
      ? attemptsAt(scene, door, who).map((attempt) => apart(door, who.name, attempt, { foreign, absent }))
      : [];
  });
}

/** Somebody in a shop of their own, who puts the names of another's things into their own addresses. */
export function smuggled(scene: Scene, who: Visitor, own: Names): Trial[] {
  const theirs = {
    shop: own.shop,
    organization: own.organization,
    "returns/number": own["returns/number"],
  };
  const foreign = { ...scene.names, ...theirs };
  const absent = { ...namesOfNothing(scene.names), ...theirs };
  return scene.doors.flatMap((door) => {
    const guarded = ["shop", "organization", "person"].includes(guardOf(door) ?? "");
    return guarded && namesSomething(door, foreign)
      ? attemptsAt(scene, door, who).map((attempt) =>
          apart(door, `${who.name}, smuggling`, attempt, { foreign, absent }),
        )
      : [];
  });
}

/** Whether a door is told the name of a thing, and not only of a shop. */
function namesSomething(door: Door, names: Names): boolean {
  if (door.kind === "action") {
    const values = valuesFor(door, { ...names, organization: "" });
    return /[0-9a-f]{8}-[0-9a-f]{4}-/.test(JSON.stringify(values, (_, v) => (v instanceof Map ? [...v] : v)));
  }
  return fill(door.path, names)
    .split("/")
    .some((part) => isId(part) || part === names["new/draft"]);
}
