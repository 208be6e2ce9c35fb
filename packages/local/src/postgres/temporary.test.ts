import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { isFree } from "../ports/free-port.ts";
import { temporaryPostgres } from "./temporary.ts";

const portOf = (url: string) => Number(new URL(url).port);

test("every test run has a PostgreSQL of its own, and another can stand beside it", async () => {
  expect(await isFree(portOf(inject("postgres")))).toBe(false);
  const another = await temporaryPostgres();
  expect(portOf(another.url)).not.toBe(portOf(inject("postgres")));
  await another.stop();
  expect(await isFree(portOf(another.url))).toBe(true);
});

test("a run that is killed outright leaves no database server behind", async () => {
  const run = spawn(process.execPath, [join(import.meta.dirname, "killed-run.fixture.ts")]);
  const [url] = await once(run.stdout, "data");
  const port = portOf(String(url).trim());
  expect(await isFree(port)).toBe(false);
  run.kill("SIGKILL");
  await expect.poll(() => isFree(port)).toBe(true);
});
