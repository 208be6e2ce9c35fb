import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isRoot, openFolder } from "../postgres/programs.ts";
import { repository } from "../repository.ts";

export interface Folders {
  readonly postgres: string;
  /** What the Shopify stand-in remembers. */
  readonly sandbox: string;
  /** Customers' photos. */
  readonly photos: string;
  readonly logs: string;
  /** Everything to remove in order to start over. */
  readonly all: readonly string[];
}

/**
 * Where the data of `npm start` stay between starts: in the checkout, but root's database where `nobody` can reach it.
 * The stand-in remembers something else for every database of one's own.
 */
export function keptFolders(databaseUrl?: string): Folders {
  const data = join(repository, ".data");
  const postgres = isRoot() ? join(openFolder(), `kept-${shortHash(repository)}`) : join(data, "postgres");
  const sandbox = join(data, databaseUrl ? `sandbox-${shortHash(databaseUrl)}` : "sandbox");
  const photos = join(data, "photos");
  const logs = join(data, "logs");
  return { postgres, sandbox, photos, logs, all: [sandbox, photos, logs, postgres] };
}

/** Folders for one run of the journeys. */
export function temporaryFolders(): Folders {
  const data = mkdtempSync(join(tmpdir(), "kept-e2e-"));
  const postgres = isRoot() ? mkdtempSync(join(openFolder(), "kept-e2e-")) : join(data, "postgres");
  const inside = (name: string) => join(data, name);
  return {
    postgres,
    sandbox: inside("sandbox"),
    photos: inside("photos"),
    logs: inside("logs"),
    all: [data, postgres],
  };
}

/** Creates what is missing, after removing everything when `fresh`. */
export function openFolders(folders: Folders, fresh = false): void {
  if (fresh) for (const folder of folders.all) rmSync(folder, { recursive: true, force: true });
  rmSync(folders.logs, { recursive: true, force: true }); // the logs of this start only
  for (const folder of [folders.sandbox, folders.photos, folders.logs])
    mkdirSync(folder, { recursive: true });
}

const shortHash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 10);
