import type { World } from "../world/world.ts";

/** Answers everything meant for people's eyes; `undefined` when the address is nobody's page. */
export async function pages(_world: World, _request: Request): Promise<Response | undefined> {
  return undefined;
}
