import { guardOf, nameOf } from "../guards.ts";
import type { Visitor } from "../people.ts";
import { attemptsAt, letIn, type Scene, type Trial } from "./trial.ts";

/** Somebody who is nobody, at every door that asks who comes, for a letter's link, or for a signature. */
export function nobodyTrials(scene: Scene, who: Visitor): Trial[] {
  return scene.doors.flatMap((door) => {
    const guard = guardOf(door);
    if (guard !== "person" && guard !== "letter" && guard !== "signature") return [];
    return attemptsAt(scene, door, who).map((attempt) => ({
      says: `${who.name} ${nameOf(door)}`,
      async problem() {
        const answer = await attempt(scene.names);
        if (answer.status >= 500) return `a fault, ${answer.status}`;
        if (guard === "letter") return leadsIn(answer.body) ? "let in" : null;
        return letIn(answer) ? "let in" : null;
      },
    }));
  });
}

/** A link that is over says so, in a page like any other; one that works offers a form, and its answer the way in. */
function leadsIn(body: string): boolean {
  return /"enter":|api\/auth\/callback|Your name/.test(body);
}
