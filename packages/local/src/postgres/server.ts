import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { prepareCluster, stopLeftover } from "./cluster.ts";
import { postgresPrograms } from "./programs.ts";

export interface PostgresServer {
  /** The maintenance database of a server that only this machine can reach. */
  readonly url: string;
  readonly process: ChildProcess;
  /** Resolves when it has ended, with how: `exit 1`, `SIGKILL`. */
  readonly ended: Promise<string>;
  /** Fast shutdown: clients are cut off, data are safe. */
  stop(): Promise<void>;
}

export interface PostgresOptions {
  readonly folder: string;
  readonly port: number;
  /** What the server says, line by line. Absent: only remembered until it has started. */
  readonly log?: string;
  /** Data that nobody will read again: no waiting for the disk, room for many clients. */
  readonly throwaway?: boolean;
  /** Data that grow from nothing within moments: how many rows there are is counted anew every few seconds, not minutes. */
  readonly growsFast?: boolean;
}

/** Starts a PostgreSQL of our own with its data in `folder`, which is created on first use and kept. */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const programs = await postgresPrograms();
  prepareCluster(programs, options.folder);
  stopLeftover(programs, options.folder);
  const server = spawn(join(programs.home, "bin", "postgres"), flags(options), {
    ...programs.as,
    cwd: options.folder,
    env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
    stdio: ["ignore", "ignore", "pipe"],
    detached: process.platform !== "win32", // Ctrl-C reaches us alone: the database goes last, after its clients
  });
  if (options.log) server.stderr.pipe(createWriteStream(options.log, { flags: "a" }));
  await listening(server);
  return {
    url: `postgres://postgres@127.0.0.1:${options.port}/postgres`,
    process: server,
    ended: new Promise((resolve) => server.once("exit", (code, signal) => resolve(signal ?? `exit ${code}`))),
    stop: () => stop(server),
  };
}

function flags({ folder, port, throwaway, growsFast }: PostgresOptions): string[] {
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", `port=${port}`];
  if (throwaway)
    settings.push("fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=300");
  if (growsFast) settings.push("autovacuum_naptime=3s");
  return ["-D", folder, ...settings.flatMap((setting) => ["-c", setting])];
}

function listening(server: ChildProcess): Promise<void> {
  let said = "";
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.once("exit", (code) =>
      reject(new Error(`PostgreSQL did not start (exit ${code}).\n${said.trim()}`)),
    );
    server.stderr?.on("data", (chunk) => {
      said = `${said}${chunk}`.slice(-4000);
      if (/ready to accept (read-only )?connections/.test(said)) resolve();
    });
  });
}

function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const impatient = setTimeout(() => server.kill("SIGQUIT"), 5_000); // it recovers by itself at the next start
    server.once("exit", () => {
      clearTimeout(impatient);
      resolve();
    });
    server.kill("SIGINT");
  });
}
