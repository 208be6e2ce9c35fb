import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export interface Started {
  url: string;
  /** From the start of the process to its first answer. */
  startMs: number;
  /** What it holds of memory now. */
  residentMb(): number;
  stop(): Promise<void>;
}

/** The stand-in as `pnpm start` runs it, in a process of its own, up to its first answered request. */
export async function started(environment: Record<string, string>): Promise<Started> {
  const main = fileURLToPath(new URL("../main.ts", import.meta.url));
  const begin = performance.now();
  const child = spawn(process.execPath, ["--max-semi-space-size=4", main], {
    env: { ...process.env, PORT: "0", SANDBOX_SEED: "demo", SANDBOX_DATA: "", ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let text = "";
    child.stdout.on("data", (chunk) => {
      text += chunk;
      const port = /"port":(\d+)/.exec(text)?.[1];
      if (port) resolve(`http://127.0.0.1:${port}`);
    });
    child.once("exit", () => reject(new Error(`The stand-in did not start: ${text}`)));
  });
  await (await fetch(`${url}/control/shops`)).arrayBuffer();
  return {
    url,
    startMs: performance.now() - begin,
    residentMb: () => residentKb(child.pid ?? 0) / 1_024,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function residentKb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
}
