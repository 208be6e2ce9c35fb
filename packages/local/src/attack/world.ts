import { rmSync } from "node:fs";
import postgres from "postgres";
import { privatePorts } from "../ports/choose-ports.ts";
import { startPostgres } from "../postgres/server.ts";
import { Crew } from "../processes/crew.ts";
import { whenAskedToLeave } from "../processes/leave.ts";
import { Progress } from "../progress/progress.ts";
import { bringUp } from "../stack/bring-up.ts";
import { openFolders, temporaryFolders } from "../stack/folders.ts";
import type { Addresses } from "../stack/product-environment.ts";

/** The product with a look at its database from beside. */
export interface AttackWorld {
  readonly at: Pick<Addresses, "dashboard" | "portal" | "sandbox">;
  readonly databaseUrl: string;
  readonly sql: postgres.Sql;
  /** The folder where its photos are. */
  readonly photos: string;
  /** How many of the product's processes ended by themselves and were started again. */
  readonly exits: () => number;
  close(): Promise<void>;
}

/** The whole product, private and gone afterwards. */
export async function openAttackWorld(): Promise<AttackWorld> {
  const folders = temporaryFolders();
  openFolders(folders);
  const crew = new Crew(folders.all);
  const progress = new Progress();
  const ports = await privatePorts();
  const database = await startPostgres({ folder: folders.postgres, port: ports.postgres, throwaway: true });
  crew.join(database.process, 0, "INT");
  let exits = 0;
  const say = (line: string) => {
    if (/ended|stopped|again/i.test(line)) exits += 1;
    progress.say(line);
  };
  const end = async () => {
    await crew.end();
    for (const folder of folders.all) rmSync(folder, { recursive: true, force: true });
  };
  whenAskedToLeave(async () => {
    await end();
    process.exit(130);
  });
  const watchman = { crew, logs: folders.logs, say, giveUp: say };
  const wishes = { ports, folders, databaseUrl: database.url, throwaway: true };
  const at = await bringUp(wishes, watchman, progress);
  const world = attackOn({ at, databaseUrl: database.url, photos: folders.photos, exits: () => exits });
  return {
    ...world,
    async close() {
      await world.close();
      await end();
    },
  };
}

/** A product that runs already; it stays, with what the attack left in it. */
export function attackOn(running: {
  at: AttackWorld["at"];
  databaseUrl: string;
  photos: string;
  exits?: () => number;
}): AttackWorld {
  const { at, databaseUrl, photos, exits = () => 0 } = running;
  const sql = postgres(databaseUrl, { max: 4, onnotice: () => {} });
  return { at, databaseUrl, sql, photos, exits, close: () => sql.end({ timeout: 2 }) };
}
