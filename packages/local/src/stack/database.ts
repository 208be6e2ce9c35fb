import { join } from "node:path";
import { type PostgresOptions, startPostgres } from "../postgres/server.ts";
import { keepAlive } from "./keep-alive.ts";
import type { Watchman } from "./serve.ts";

/** Starts our own PostgreSQL, keeps it running, and answers its address. */
export async function serveDatabase(
  watchman: Watchman,
  options: Omit<PostgresOptions, "log">,
): Promise<string> {
  const log = join(watchman.logs, "postgres.log");
  const start = async () => {
    const server = await startPostgres({ ...options, log });
    watchman.crew.join(server.process, 0, "INT");
    return { ...server, obituary: (how: string) => `PostgreSQL stopped (${how}). What it said: ${log}` };
  };
  const server = await start();
  void keepAlive(watchman, "database", server, start);
  return server.url;
}
