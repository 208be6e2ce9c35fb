import { bare } from "./parts/bare.ts";
import { bypass } from "./parts/bypass.ts";
import { forgery } from "./parts/forgery.ts";
import { fuzz } from "./parts/fuzz.ts";
import { matrix } from "./parts/matrix.ts";
import { portal } from "./parts/portal.ts";
import { roles } from "./parts/roles.ts";
import type { AttackWorld } from "./world.ts";

/** What came of one part: whether all was refused, and how much was tried. */
export interface PartResult {
  readonly part: string;
  readonly ok: boolean;
  readonly seconds: number;
  readonly [figure: string]: unknown;
}

export interface Extent {
  readonly requests: number;
  readonly seed: number;
  readonly forged: number;
  readonly replays: number;
  /** Tries at other people's orders and codes, and pairs of orders that are and are not there. */
  readonly guesses: number;
  readonly pairs: number;
  /** Every so many of the matrices' trials. */
  readonly oneIn: number;
}

/** In the test command: every kind of attack, of each a part, but for what needs a build of its own; the portal has its journeys. */
export const short: Extent = {
  requests: 250,
  seed: 1,
  forged: 400,
  replays: 50,
  guesses: 0,
  pairs: 0,
  oneIn: 13,
};
export const shortParts = ["bypass", "matrix", "roles", "forgery", "fuzz"];

export const parts: Readonly<
  Record<string, (world: AttackWorld, extent: Extent) => Promise<{ readonly ok: boolean }>>
> = {
  bypass: (world, { oneIn }) => bypass(world, { oneIn }),
  matrix: (world, { oneIn }) => matrix(world, { oneIn }),
  roles: (world, { oneIn }) => roles(world, { oneIn }),
  forgery: (world, { forged, replays }) => forgery(world, { forged, replays }),
  portal: (world, { requests, guesses, pairs, seed }) => portal(world, { requests, guesses, pairs, seed }),
  // After what needs a shop as its merchant left it: in here every setting is saved.
  fuzz: (world, { requests, seed }) => fuzz(world, { requests, seed }),
  "without-proxy": (world, { oneIn }) => bare(world, { oneIn }),
};

/** One part after the other, told as each ends. */
export async function attack(
  world: AttackWorld,
  extent: Extent,
  wanted: readonly string[] = Object.keys(parts),
  told: (result: PartResult) => void = () => {},
): Promise<PartResult[]> {
  const results: PartResult[] = [];
  for (const name of wanted) {
    const part = parts[name];
    if (!part) throw new Error(`${name} is none of ${Object.keys(parts).join(", ")}`);
    const since = performance.now();
    const { ok, ...figures } = await part(world, extent);
    const seconds = Math.round((performance.now() - since) / 100) / 10;
    const result = { part: name, ok, seconds, ...figures };
    results.push(result);
    told(result);
  }
  return results;
}
