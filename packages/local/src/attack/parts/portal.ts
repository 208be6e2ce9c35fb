import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Crew } from "../../processes/crew.ts";
import { startProgram } from "../../processes/program.ts";
import { repository } from "../../repository.ts";
import { oneMore } from "../../stack/one-more.ts";
import type { AttackWorld } from "../world.ts";

/**
 * The portal as strangers would treat it; the attacks themselves are in `e2e/attack` and speak HTTP only. What counts
 * callers is tried at a second portal that is set up as in production: behind one trusted proxy, ten look-ups an address.
 */
export async function portal(
  { at, databaseUrl, photos, exits }: AttackWorld,
  wishes: {
    readonly requests: number;
    readonly guesses: number;
    readonly pairs: number;
    readonly seed: number;
  },
) {
  const logs = mkdtempSync(join(tmpdir(), "kept-attack-"));
  const crew = new Crew([logs]);
  const attack = async (origin: string, args: readonly string[]) => {
    const program = {
      name: "portal-attack",
      command: process.execPath,
      args: [join(repository, "e2e/attack/main.ts"), ...args],
      folder: join(repository, "e2e"),
      env: { DASHBOARD_URL: at.dashboard, PORTAL_URL: origin, SANDBOX_URL: at.sandbox },
      stage: 3,
    };
    const running = startProgram(crew, program, logs);
    const { well } = await running.ended;
    const lines = running.lastWords().split("\n");
    const parts = lines.filter((line) => line.startsWith("{")).map((line) => JSON.parse(line) as object);
    return { well, parts: parts.length > 0 ? parts : [{ said: lines.slice(-5) }] };
  };
  try {
    const strict = await oneMore(
      "portal",
      { at, databaseUrl, crew, folders: { photos, logs } },
      { KEPT_PROXY_HOPS: "1", KEPT_LOOKUPS_PER_ADDRESS: "10" },
    );
    const { requests, guesses, pairs, seed } = wishes;
    const fuzzed = ["--only=portal-links,portal-fuzz", `--requests=${requests}`, `--seed=${seed}`];
    const counted = ["--only=portal-uploads,portal-enumeration", `--guesses=${guesses}`, `--pairs=${pairs}`];
    const here = await attack(at.portal, fuzzed);
    const there = await attack(strict.origin, [...counted, `--pid=${strict.running.process.pid}`]);
    const alive = strict.running.process.exitCode === null && exits() === 0;
    return { parts: [...here.parts, ...there.parts], alive, ok: here.well && there.well && alive };
  } finally {
    await crew.end();
  }
}
