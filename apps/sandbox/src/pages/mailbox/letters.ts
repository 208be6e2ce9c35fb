import type { Letter } from "../../mail/letter.ts";
import type { World } from "../../world/world.ts";

export type { Letter };

/** Every letter, newest first. */
export function letters(world: World): Letter[] {
  return world.letters.all().reverse();
}

/** By the stand-in's own number or by the id that Resend's API answered with. */
export function letterById(world: World, id: string): Letter | undefined {
  return world.letters.get(Number(id)) ?? world.letters.find((letter) => letter.resendId === id);
}
