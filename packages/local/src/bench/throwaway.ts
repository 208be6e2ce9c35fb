import { rmSync } from "node:fs";
import { privatePorts } from "../ports/choose-ports.ts";
import { temporaryPostgres } from "../postgres/temporary.ts";
import { Crew } from "../processes/crew.ts";
import { whenAskedToLeave } from "../processes/leave.ts";
import { Progress } from "../progress/progress.ts";
import { bringUp } from "../stack/bring-up.ts";
import { type Folders, openFolders, temporaryFolders } from "../stack/folders.ts";
import type { Addresses } from "../stack/product-environment.ts";

export interface Throwaway {
  readonly at: Addresses;
  readonly databaseUrl: string;
  readonly crew: Crew;
  readonly logs: string;
  readonly folders: Folders;
}

/** Runs the whole product, production builds, for the time of `work`; nothing of it stays. `idle`: without a worker. */
export async function withThrowawayStack<T>(
  work: (stack: Throwaway) => Promise<T>,
  { idle = false } = {},
): Promise<T> {
  const crew = new Crew();
  whenAskedToLeave(() => crew.end().then(() => process.exit(1)));
  const folders = temporaryFolders();
  const database = await temporaryPostgres();
  try {
    openFolders(folders);
    const say = (line: string) => void process.stderr.write(`${line}\n`);
    const watchman = { crew, logs: folders.logs, say, giveUp: say };
    const wishes = { ports: await privatePorts(), folders, databaseUrl: database.url, idle };
    const at = await bringUp(wishes, watchman, new Progress());
    return await work({ at, databaseUrl: database.url, crew, logs: folders.logs, folders });
  } finally {
    await crew.end();
    await database.stop();
    for (const folder of folders.all) rmSync(folder, { recursive: true, force: true });
  }
}
