import { execFileSync, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Programs } from "./programs.ts";

/** Creates the data folder if it is not there yet, owned by whoever runs the server. */
export function prepareCluster(programs: Programs, folder: string): void {
  const versionFile = join(folder, "PG_VERSION");
  if (existsSync(versionFile)) {
    const made = readFileSync(versionFile, "utf8").trim();
    if (made !== programs.version.split(".")[0])
      throw new Error(
        `The data in ${folder} were made by PostgreSQL ${made}. Start over with: npm start -- --fresh`,
      );
    return;
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (programs.as.uid !== undefined) chownSync(folder, programs.as.uid, programs.as.gid ?? 0);
  // The built-in C.UTF-8 sorts the same on every machine and needs no locale installed.
  const locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--encoding=UTF8"];
  const user = ["-U", "postgres", "--auth=trust"];
  execFileSync(join(programs.home, "bin", "initdb"), ["-D", folder, ...user, ...locale, "--no-sync"], {
    ...programs.as,
    cwd: folder,
    env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
    stdio: "pipe",
  });
}

/** Ends the server that a killed run left on this folder, so that ours is the only one. */
export function stopLeftover(programs: Programs, folder: string): void {
  if (!existsSync(join(folder, "postmaster.pid"))) return;
  const command = ["-D", folder, "-m", "fast", "-w", "-t", "20", "stop"];
  spawnSync(join(programs.home, "bin", "pg_ctl"), command, { ...programs.as, cwd: folder, stdio: "ignore" });
}
