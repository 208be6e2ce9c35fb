import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Crew } from "./crew.ts";
import { lookUp } from "./process-table.ts";

/** A program that says when it is ready, and how it answers a request to end. */
async function program(onTerm: string) {
  const source = `process.on("SIGTERM", () => { ${onTerm} }); setInterval(() => {}, 1000); console.log("ready")`;
  const child = spawn(process.execPath, ["-e", source], {
    detached: true,
    stdio: ["ignore", "pipe", "ignore"],
  });
  await once(child.stdout, "data");
  return child;
}

test("the apps end before the database they rest on", async () => {
  const crew = new Crew();
  const order: string[] = [];
  for (const [name, stage] of [
    ["database", 0],
    ["app", 2],
    ["stand-in", 1],
  ] as const) {
    const child = await program("setTimeout(() => process.exit(0), 100)");
    child.once("exit", () => order.push(name));
    crew.join(child, stage);
  }
  await crew.end();
  expect(order).toEqual(["app", "stand-in", "database"]);
});

test("a program that does not want to end is killed when patience runs out", async () => {
  const crew = new Crew();
  const stubborn = await program("/* no */");
  crew.join(stubborn, 2);
  await crew.end(300);
  expect(stubborn.signalCode).toBe("SIGKILL");
});

test("when we are killed outright, whoever we started ends too, and so does what they started", async () => {
  const run = spawn(process.execPath, [join(import.meta.dirname, "killed-crew.fixture.ts")]);
  const [said] = await once(run.stdout, "data");
  const pids = String(said).trim().split(" ").map(Number);
  expect(pids.map((pid) => lookUp(pid) !== undefined)).toEqual([true, true]);
  run.kill("SIGKILL");
  await expect.poll(() => pids.filter((pid) => lookUp(pid))).toEqual([]);
});
