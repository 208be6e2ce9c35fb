import { z } from "zod";
import type { World } from "../world/world.ts";

const change = z.union([
  /** Move on, or back, from wherever the clock is. */
  z.object({ advance: z.string().regex(/^-?\d+[smhdw]$/) }).strict(),
  /** Jump to an instant and run on from there, or stand still. */
  z
    .object({
      now: z.string().refine((text) => !Number.isNaN(Date.parse(text)), "an ISO instant"),
      stopped: z.boolean().default(false),
    })
    .strict(),
  /** Back to real time. */
  z.object({ reset: z.literal(true) }).strict(),
]);

const unitMs: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** Moves the stand-in's clock. Throws ZodError on anything else than `advance`, `now` or `reset`. */
export function changeClock(world: World, body: unknown): void {
  const wish = change.parse(body);
  const { clock } = world;
  if ("reset" in wish) {
    world.setClock({ offsetMs: 0, stoppedAt: null });
  } else if ("advance" in wish) {
    const ms = Number(wish.advance.slice(0, -1)) * (unitMs[wish.advance.at(-1) ?? "s"] ?? 0);
    const stoppedAt = clock.stoppedAt && new Date(Date.parse(clock.stoppedAt) + ms).toISOString();
    world.setClock({ offsetMs: clock.offsetMs + ms, stoppedAt });
  } else {
    const at = Date.parse(wish.now);
    world.setClock({
      offsetMs: at - Date.now(),
      stoppedAt: wish.stopped ? new Date(at).toISOString() : null,
    });
  }
}

export function clockAnswer(world: World) {
  return {
    now: world.now().toISOString(),
    stopped: world.clock.stoppedAt !== null,
    offsetMs: world.clock.offsetMs,
  };
}
