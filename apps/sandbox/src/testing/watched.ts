import { afterEach, expect, onTestFinished, TestRunner } from "vitest";
import { brokenAccounts } from "../store-credit/invariant.ts";
import type { World } from "../world/world.ts";

/**
 * From now on, whatever a test does, no account of this world may be left that does not add up. Looked at after every
 * test of the file where the world is opened before them, and after the one that opens it.
 */
export function watched(world: World): World {
  const look = () => {
    for (const shop of world.shops.values()) expect(brokenAccounts(shop), shop.domain).toEqual([]);
  };
  if (TestRunner.getCurrentTest()) onTestFinished(look);
  else afterEach(look);
  return world;
}
