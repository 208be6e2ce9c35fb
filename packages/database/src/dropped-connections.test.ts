import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import postgres from "postgres";
import { expect, inject, test } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    postgres: string;
  }
}

test("three hundred dropped connections end no process, and work goes on", { timeout: 60_000 }, async () => {
  const url = inject("postgres");
  const killer = postgres(url, { max: 1, onnotice: () => {} });
  const child = spawn(process.execPath, [join(import.meta.dirname, "dropped-connections.fixture.ts"), url], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let errors = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  const ended = once(child, "exit");
  while (!out.includes("ready") && child.exitCode === null)
    await new Promise((resolve) => setTimeout(resolve, 20));

  let dropped = 0;
  while (dropped < 300 && child.exitCode === null) {
    const [row] = await killer<{ count: number }[]>`
      select count(pg_terminate_backend(pid))::int as count from (
        select pid from pg_stat_activity where application_name = 'kept-dropped' order by random() limit 3) victims`;
    dropped += row?.count ?? 0;
    await new Promise((resolve) => setTimeout(resolve, 8));
  }
  child.kill("SIGTERM");
  const [code] = await ended;
  await killer.end();

  expect({ code, errors }).toEqual({ code: 0, errors: "" });
  expect(dropped).toBeGreaterThanOrEqual(300);
  expect(JSON.parse(out.trim().split("\n").at(-1) ?? "{}").succeeded).toBeGreaterThan(20);
});
