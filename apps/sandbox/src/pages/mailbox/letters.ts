import type { Letter } from "../../mail/letter.ts";
import type { World } from "../../world/world.ts";

export type { Letter };

/** Every letter, newest first. */
export function letters(world: World): Letter[] {
  return world.letters.all().reverse();
}

export function letterById(world: World, id: string): Letter | undefined {
  return world.letters.find((letter) => String(letter.id) === id);
}
