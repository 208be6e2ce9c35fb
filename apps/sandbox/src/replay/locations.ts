import type { ShopDescription } from "../description.ts";
import { withId } from "./describe-order.ts";
import { found } from "./found.ts";
import type { Recording } from "./recording.ts";
import { isObject } from "./shapes.ts";

type Locations = NonNullable<ShopDescription["locations"]>;

/**
 * The places a recording's shop had. The one orders were assigned to comes first; every other that was shown follows,
 * unless the story itself makes and changes places: then only those it speaks of without having made them.
 */
export function locationsOf(recording: Recording, needed: ReadonlySet<string>): Locations {
  const steps = [...recording.prior, ...recording.steps];
  const answers = steps.map((step) => step.expected);
  const described = new Map<string, Record<string, unknown>>();
  for (const entry of answers.flatMap((answer) => found(answer, "Location")))
    described.set(String(entry.id), { ...entry, ...described.get(String(entry.id)) });
  const changes = steps.some((step) =>
    /location(Add|Edit|Activate|Deactivate|Delete)\b/.test(step.query ?? ""),
  );
  const ids = [...needed].filter((id) => id.includes("/Location/"));
  const all = changes ? ids : [...new Set([...described.keys(), ...ids])];
  const places = all.map((id) => ({
    ...withId(id),
    name: String(described.get(id)?.name ?? "Location"),
    active: described.get(id)?.isActive !== false,
  }));
  const assigned = assignedName(answers);
  if (changes || assigned === undefined) return places;
  const first = places.find(({ name }) => name === assigned) ?? { name: assigned, active: true };
  return [first, ...places.filter((place) => place !== first)];
}

/** The name of the place that was to send an order, wherever it is told. */
function assignedName(value: unknown): string | undefined {
  if (!isObject(value) && !Array.isArray(value)) return undefined;
  if (isObject(value) && isObject(value.assignedLocation)) {
    const { name } = value.assignedLocation;
    if (typeof name === "string") return name;
  }
  for (const entry of Object.values(value)) {
    const name = assignedName(entry);
    if (name !== undefined) return name;
  }
  return undefined;
}
