import { afterEach, expect } from "vitest";
import { brokenAccounts } from "../store-credit/invariant.ts";
import type { World } from "../world/world.ts";

const watching = new Set<World>();

/** From now on, whatever a test does, no account of this world may be left that does not add up. */
export function watched(world: World): World {
  watching.add(world);
  return world;
}

afterEach(() => {
  for (const world of watching)
    for (const shop of world.shops.values()) expect(brokenAccounts(shop), shop.domain).toEqual([]);
});
