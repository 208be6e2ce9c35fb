import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Folders } from "./folders.ts";

/**
 * What our database knows about the shops and what the stand-in remembers of them belong together: a return that one
 * has and the other never heard of helps nobody. When they do not (the checkout was cloned anew, one folder was
 * deleted), both are removed; answers whether that happened.
 */
export function removeStrangers({ postgres, sandbox }: Folders): boolean {
  const [here, there] = [postgres, sandbox].map(sealOf);
  const known = existsSync(join(postgres, "PG_VERSION"));
  if (known ? here !== undefined && here === there : there === undefined) return false;
  for (const folder of [postgres, sandbox]) rmSync(folder, { recursive: true, force: true });
  return true;
}

/** Marks both as one world, once both are there. */
export function sealWorld({ postgres, sandbox }: Folders): void {
  const seal = sealOf(sandbox) ?? crypto.randomUUID();
  for (const folder of [postgres, sandbox]) writeFileSync(join(folder, "kept-world"), seal);
}

function sealOf(folder: string): string | undefined {
  const file = join(folder, "kept-world");
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
