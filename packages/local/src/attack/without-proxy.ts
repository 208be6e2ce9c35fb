import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../ports/free-port.ts";
import { Crew } from "../processes/crew.ts";
import { obituary, startProgram } from "../processes/program.ts";
import { repository } from "../repository.ts";
import { addresses, productEnvironment } from "../stack/product-environment.ts";
import { type AttackWorld, attackOn } from "./world.ts";

/** The same product, but with a dashboard that was built without its proxy, in a copy that is gone afterwards. */
export interface Bare {
  readonly world: AttackWorld;
  /** The folder of its build. */
  readonly build: string;
  close(): Promise<void>;
}

const dashboard = join(repository, "apps", "dashboard");
const next = join(dashboard, "node_modules/next/dist/bin/next");

export async function dashboardWithoutProxy({ at, databaseUrl, photos }: AttackWorld): Promise<Bare> {
  // Inside the app, where its libraries are found.
  const copy = join(dashboard, ".without-proxy");
  const logs = mkdtempSync(join(tmpdir(), "kept-without-proxy-"));
  const crew = new Crew([copy, logs]);
  const close = async () => {
    await crew.end();
    for (const folder of [copy, logs]) rmSync(folder, { recursive: true, force: true });
  };
  try {
    copyTo(copy);
    const run = (name: string, args: readonly string[], env: NodeJS.ProcessEnv) => {
      const program = { name, command: process.execPath, args, folder: copy, env, stage: 3 };
      return { program, running: startProgram(crew, program, logs) };
    };
    const building = run("build", [next, "build"], { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
    const { how, well } = await building.running.ended;
    if (!well) throw new Error(obituary(building.program, how, building.running, logs));
    const port = await freePort();
    const there = { ...addresses({ dashboard: port, portal: 0, sandbox: 0, worker: 0, postgres: 0 }), ...at };
    const here = { ...there, dashboard: `http://localhost:${port}` };
    const env = productEnvironment(here, databaseUrl, photos);
    const serving = run("dashboard", ["server.ts"], {
      ...env,
      PORT: String(port),
      NODE_ENV: "production",
    });
    let ended: string | undefined;
    serving.running.ended.then((end) => {
      ended = end.how;
    });
    for (let tries = 0; !(await answers(here.dashboard)); tries += 1) {
      if (ended || tries > 300)
        throw new Error(obituary(serving.program, ended ?? "silent", serving.running, logs));
      await sleep(200);
    }
    const world = attackOn({ at: here, databaseUrl, photos, exits: () => (ended ? 1 : 0) });
    return {
      world,
      build: join(copy, ".next"),
      async close() {
        await world.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The dashboard's source as it is, but for the proxy. */
function copyTo(copy: string): void {
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy);
  const left =
    /^(node_modules|\.next|\.turbo|\.without-proxy)$|\.tsbuildinfo$|\.test\.tsx?$|^src\/proxy\.ts$/;
  for (const entry of [
    "server.ts",
    "src",
    "next.config.ts",
    "package.json",
    "postcss.config.mjs",
    "tsconfig.json",
  ])
    cpSync(join(dashboard, entry), join(copy, entry), {
      recursive: true,
      filter: (from) => !left.test(relative(dashboard, from)),
    });
  symlinkSync(join("..", "node_modules"), join(copy, "node_modules"));
  const settings = join(copy, "tsconfig.json");
  writeFileSync(settings, readFileSync(settings, "utf8").replace('"../../', '"../../../'));
}

async function answers(address: string): Promise<boolean> {
  const answer = await fetch(`${address}/healthz`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
  await answer?.body?.cancel();
  return answer?.ok ?? false;
}
