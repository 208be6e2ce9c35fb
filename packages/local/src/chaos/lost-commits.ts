import type { ChildProcess } from "node:child_process";
import { appendFileSync, closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../ports/free-port.ts";
import { type PostgresServer, startPostgres } from "../postgres/server.ts";
import type { Judged } from "./chaos.ts";
import { orderFaults } from "./faults.ts";
import { ChaosWorld } from "./world.ts";

const scene = "packages/domain/src/testing/chaos";
const worker = "apps/worker/src/main.ts";
const confirmed = "select count(*)::int from issuance_legs where state = 'confirmed'";
const open = "select count(*)::int from issuance_legs where state in ('ready', 'sending', 'unknown')";

export interface LostCommits extends Judged {
  readonly how: Way;
  /** For how long what was committed is gone, and how many confirmed legs with it. */
  readonly lostSeconds: number;
  readonly lostLegs: number;
  readonly seconds: number;
}
export type Way = "restore" | "failover" | "sync-failover";

/**
 * Lets real workers issue, then goes on with a database that has forgotten: an older copy, or a standby that was cut off
 * before it was promoted; a synchronous one has forgotten nothing. One worker sleeps through it all. Then what the
 * runbook says is done, and every leg and account is compared with what the stand-in did.
 */
export async function lostCommits(how: Way, issuances: number): Promise<LostCommits> {
  const world = await ChaosWorld.open();
  const started = performance.now();
  try {
    await world.run(`${scene}/plant.ts`, String(issuances));
    await orderFaults(world);
    const workers = hire(world);
    await until(async () => (await count(world, confirmed)) >= issuances * 0.3);
    const copy = await world.backUp();
    const standby = how === "restore" ? null : await Standby.of(world, copy);
    if (how === "sync-failover") await standby?.synchronous();
    if (how === "failover") await standby?.cutOff();
    const forgottenSince = performance.now();
    await sleep(5_000);
    const [sleeper, ...others] = workers;
    sleeper?.kill("SIGSTOP");
    for (const child of others) child.kill("SIGKILL");
    const before = await count(world, confirmed);
    await world.cutPower();
    const lostMs = how === "sync-failover" ? 0 : performance.now() - forgottenSince;
    await standby?.promote();
    await world.goOnWith(copy);
    const lostLegs = Math.max(0, before - (await count(world, confirmed)));
    // The runbook: newer fences, and a quarantine, before any worker starts. One of the life before wakes up meanwhile.
    await world.run("apps/worker/src/after-restore.ts");
    sleeper?.kill("SIGCONT");
    const fresh = hire(world);
    await until(async () => (await count(world, open)) === 0);
    await sleep(3_000);
    for (const child of [...fresh, sleeper]) child?.kill("SIGKILL");
    const judged: Judged = JSON.parse(await world.run(`${scene}/judge.ts`, "bloom"));
    return {
      how,
      ...judged,
      lostSeconds: seconds(lostMs),
      lostLegs,
      seconds: seconds(performance.now() - started),
    };
  } finally {
    await world.close();
  }
}

function seconds(ms: number): number {
  return Math.round(ms / 100) / 10;
}

function hire(world: ChaosWorld): ChildProcess[] {
  return Array.from({ length: 3 }, () => {
    const child = world.start(worker);
    child.stdout?.resume();
    return child;
  });
}

async function count(world: ChaosWorld, statement: string): Promise<number> {
  return Number(await world.tell(statement));
}

async function until(holds: () => Promise<boolean>, patienceMs = 300_000): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!(await holds())) {
    if (performance.now() > end) return;
    await sleep(200);
  }
}

/** A second server that follows the first one's log. */
class Standby {
  readonly #world: ChaosWorld;
  readonly #port: number;
  #server: PostgresServer;

  static async of(world: ChaosWorld, folder: string): Promise<Standby> {
    const follows = `primary_conninfo = 'host=127.0.0.1 port=${world.port} user=postgres application_name=standby'\n`;
    closeSync(openSync(join(folder, "standby.signal"), "w"));
    appendFileSync(join(folder, "postgresql.auto.conf"), follows);
    const port = await freePort();
    return new Standby(world, port, await startPostgres({ folder, port }));
  }

  private constructor(world: ChaosWorld, port: number, server: PostgresServer) {
    this.#world = world;
    this.#port = port;
    this.#server = server;
  }

  /** From now on nothing is committed before the standby has it too. */
  async synchronous(): Promise<void> {
    await this.#world.tell("alter system set synchronous_standby_names = '*'");
    await this.#world.tell("select pg_reload_conf()");
  }

  /** The line between the two is cut: the standby hears nothing more. */
  async cutOff(): Promise<void> {
    await this.#tell("alter system set primary_conninfo = ''");
    await this.#tell("select pg_reload_conf()");
    await until(async () => (await this.#tell("select count(*) from pg_stat_wal_receiver")) === "0", 10_000);
  }

  /** Becomes the one that is written to, and stops, so that it can take the first one's address. */
  async promote(): Promise<void> {
    await this.#tell("select pg_promote(true, 60)");
    await this.#tell("alter system reset primary_conninfo");
    await this.#tell("alter system reset synchronous_standby_names");
    await this.#server.stop();
  }

  #tell(statement: string): Promise<string> {
    const url = `postgres://postgres@127.0.0.1:${this.#port}/postgres`;
    return this.#world.run(`${scene}/tell.ts`, url, statement);
  }
}
