import { dashboardWithoutProxy } from "../without-proxy.ts";
import type { AttackWorld } from "../world.ts";
import { bypass } from "./bypass.ts";
import { matrix } from "./matrix.ts";

/** The ways past a proxy and the whole matrix again, at a dashboard that was built without one: nothing rests on it. */
export async function bare(world: AttackWorld, { oneIn = 1 } = {}) {
  const { world: alone, build, close } = await dashboardWithoutProxy(world);
  try {
    const passed = await bypass(alone);
    const tried = await matrix(alone, { oneIn, build });
    return { bypass: passed, matrix: tried, ok: passed.ok && tried.ok };
  } finally {
    await close();
  }
}
