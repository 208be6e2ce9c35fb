import { guardOf, nameOf } from "../guards.ts";
import type { Visitor } from "../people.ts";
import { attemptsAt, type Scene, type Trial } from "./trial.ts";

/** The owner at every page and file: where nobody gets in, a stranger's refusal would prove nothing. */
export function ownerTrials(scene: Scene, owner: Visitor): Trial[] {
  return scene.doors.flatMap((door) => {
    const looked = door.kind === "page" || (door.kind === "route" && door.methods.includes("GET"));
    if (!looked || !["shop", "person"].includes(guardOf(door) ?? "")) return [];
    const [look] = attemptsAt(scene, door, owner);
    return [
      {
        says: nameOf(door),
        problem: async () => {
          const status = (await look?.(scene.names))?.status ?? 0;
          return status < 400 ? null : `answers ${status} to its owner`;
        },
      },
    ];
  });
}
