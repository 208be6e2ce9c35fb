import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { migrate } from "@kept/database/migrate";
import { freePort } from "../ports/free-port.ts";
import { isRoot, openFolder } from "../postgres/programs.ts";
import { type PostgresServer, startPostgres } from "../postgres/server.ts";
import { postGuard } from "../processes/guard.ts";
import { repository } from "../repository.ts";
import { productEnvironment } from "../stack/product-environment.ts";
import { openStandIn } from "../stand-in/open.ts";
import { bundle } from "./bundle.ts";

/** Everything the chaos run needs, private and gone afterwards: a database that keeps its promises, a stand-in, programs. */
export class ChaosWorld {
  readonly standIn: string;
  readonly env: NodeJS.ProcessEnv;
  readonly #folder: string;
  readonly #compiled: string;
  readonly #port: number;
  readonly #closeStandIn: () => Promise<void>;
  readonly #guard: ReturnType<typeof postGuard>;
  readonly #children = new Set<ChildProcess>();
  readonly #programs: ReadonlyMap<string, string>;
  #server: PostgresServer;

  /**
   * `patience` replaces the hurried waiting times of the chaos run. `often` names programs that are started so often that
   * starting them counts: each is put into one file first.
   */
  static async open(options: { patience?: object; often?: readonly string[] } = {}): Promise<ChaosWorld> {
    const folder = mkdtempSync(join(isRoot() ? openFolder() : tmpdir(), "kept-chaos-"));
    const port = await freePort();
    const { often = [], patience = hurried } = options;
    const [server, standIn, programs] = await Promise.all([
      migrated(folder, port),
      openStandIn(),
      bundle(often, compiledOf(folder)),
    ]);
    return new ChaosWorld(folder, port, server, standIn, programs, patience);
  }

  private constructor(
    folder: string,
    port: number,
    server: PostgresServer,
    standIn: Awaited<ReturnType<typeof openStandIn>>,
    programs: ReadonlyMap<string, string>,
    patience: object,
  ) {
    this.#folder = folder;
    this.#programs = programs;
    this.#compiled = compiledOf(folder);
    this.#port = port;
    this.#server = server;
    this.standIn = standIn.origin;
    this.#closeStandIn = standIn.close;
    this.#guard = postGuard([folder, this.#compiled]);
    const nobody = "http://localhost:9";
    this.env = {
      ...process.env,
      ...productEnvironment(
        { dashboard: nobody, portal: nobody, sandbox: standIn.origin, worker: nobody },
        server.url,
      ),
      PORT: "0",
      LOG_LEVEL: "info",
      // As it runs where it counts: letters are made by React, which takes its time to warn developers.
      NODE_ENV: "production",
      // Programs are started very often here: what was compiled once is not compiled again.
      NODE_COMPILE_CACHE: this.#compiled,
      // Shopify answers at once here, and whoever is killed leaves all it had under way in doubt.
      KEPT_LEGS_AT_ONCE: "8",
      KEPT_PATIENCE: JSON.stringify(patience),
      KEPT_SHOPIFY_PATIENCE: JSON.stringify({
        connectMs: 2_000,
        sendMs: 3_000,
        readMs: 2_000,
        readDeadlineMs: 6_000,
      }),
    };
    this.#watch();
  }

  /** A program of ours, running until somebody ends it. */
  start(file: string, ...args: string[]): ChildProcess {
    const child = spawn(process.execPath, [this.#at(file), ...args], {
      cwd: repository,
      env: this.env,
      stdio: ["pipe", "pipe", "ignore"],
      detached: true,
    });
    this.#children.add(child);
    child.once("exit", () => {
      this.#children.delete(child);
      this.#watch();
    });
    this.#watch();
    return child;
  }

  /** Runs a program to its end and answers its last line. Throws when it fails. */
  async run(file: string, ...args: string[]): Promise<string> {
    const options = { cwd: repository, env: this.env, maxBuffer: 64 * 1024 * 1024 };
    const { stdout } = await promisify(execFile)(process.execPath, [this.#at(file), ...args], options);
    return stdout.trimEnd().split("\n").at(-1) ?? "";
  }

  /** Ends the database as a power cut would, and starts it again: what was committed is there, nothing else is. */
  async restartDatabase(): Promise<void> {
    await this.cutPower();
    await this.#serve(this.#folder);
  }

  /** Ends the database as a power cut would. */
  async cutPower(): Promise<void> {
    this.#server.process.kill("SIGQUIT");
    await this.#server.ended;
  }

  /** A copy of the data as they are now, as a backup has them; the database is away for that long. */
  async backUp(): Promise<string> {
    await this.cutPower();
    const copy = `${this.#folder}-copy`;
    await promisify(execFile)("cp", ["-a", this.#folder, copy]);
    rmSync(join(copy, "postmaster.pid"), { force: true });
    await this.#serve(this.#folder);
    return copy;
  }

  /** Goes on with other data in place of what was there, at the same address. */
  async goOnWith(folder: string): Promise<void> {
    rmSync(this.#folder, { recursive: true, force: true });
    renameSync(folder, this.#folder);
    await this.#serve(this.#folder);
  }

  /** What the server before left behind, its last processes and its port, may take a moment to go. */
  async #serve(folder: string, tries = 10): Promise<void> {
    try {
      this.#server = await startPostgres({ folder, port: this.#port, growsFast: true });
    } catch (error) {
      if (tries <= 1) throw error;
      await sleep(500);
      return this.#serve(folder, tries - 1);
    }
    this.#watch();
  }

  /** A statement to the database's own superuser. */
  async tell(statement: string): Promise<string> {
    return this.run("packages/domain/src/testing/chaos/tell.ts", this.#server.url, statement);
  }

  get port(): number {
    return this.#port;
  }

  async control(path: string, body: unknown, method: "POST" | "DELETE" = "POST"): Promise<void> {
    const sent = await fetch(`${this.standIn}/control/${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!sent.ok) throw new Error(`${path}: ${sent.status} ${await sent.text()}`);
  }

  async close(): Promise<void> {
    const ended = [...this.#children].map((child) => {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      return gone;
    });
    await Promise.all(ended);
    await this.#closeStandIn();
    await this.#server.stop();
    for (const folder of [this.#folder, this.#compiled]) rmSync(folder, { recursive: true, force: true });
    this.#guard.dismiss();
  }

  #at(file: string): string {
    return this.#programs.get(file) ?? join(repository, file);
  }

  #watch(): void {
    const groups = [this.#server.process, ...this.#children].map(({ pid = 0 }) => ({
      pid,
      signal: "INT" as const,
    }));
    this.#guard.watch(groups);
  }
}

/** What was compiled for a world, beside its data. */
function compiledOf(folder: string): string {
  return `${folder}-compiled`;
}

async function migrated(folder: string, port: number): Promise<PostgresServer> {
  const server = await startPostgres({ folder, port, growsFast: true });
  await migrate(server.url, join(repository, "drizzle"));
  return server;
}

/**
 * The rules as they are, with shorter waiting: a request that was ever to arrive here has arrived within six seconds.
 * Tokens of the stand-in's shop never die, so only time says that nothing is under way any more; it is longer than any
 * process stands still. Long enough, too, for a machine that has other things to do: a worker that gets its turn only
 * after its lease is a worker that was killed.
 */
const hurried = {
  leaseMs: 8_000,
  decisionLastsMs: 2_000,
  firstLookMs: 150,
  usualLookMs: 1_500,
  betweenReadsMs: 400,
  sinceSendMs: 6_000,
  withoutTokenFenceMs: 12_000,
};
