import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../ports/free-port.ts";
import { postGuard } from "../processes/guard.ts";
import { isRoot, openFolder } from "./programs.ts";
import { type PostgresServer, startPostgres } from "./server.ts";

/** A PostgreSQL for tests, empty and private: it and its folder are gone after `stop`, and also when we are killed. */
export async function temporaryPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(isRoot() ? openFolder() : tmpdir(), "kept-test-"));
  const guard = postGuard([folder]);
  const server = await startOnSomePort(folder);
  guard.watch([{ pid: server.process.pid ?? 0, signal: "INT" }]);
  return {
    url: server.url,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
      guard.dismiss();
    },
  };
}

async function startOnSomePort(folder: string, tries = 3): Promise<PostgresServer> {
  try {
    return await startPostgres({ folder, port: await freePort(), throwaway: true });
  } catch (error) {
    // Between choosing a port and listening on it, a neighbour may have taken it.
    if (tries > 1 && String(error).includes("Address already in use"))
      return startOnSomePort(folder, tries - 1);
    throw error;
  }
}
