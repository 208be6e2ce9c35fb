import { spawn } from "node:child_process";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

/** The stand-in as a process of its own, spoken to over HTTP only. Nothing in here knows what it is made of. */
export interface StandIn {
  readonly url: string;
  /** Installs an app with these scopes and gives its token. */
  install(shop: string, scopes: readonly string[]): Promise<string>;
  /** Every money movement it remembers for a shop: what really happened, whatever anybody was told. */
  truth(shop: string): Promise<unknown>;
  /** Posts to the control API. */
  control(path: string, body: object): Promise<unknown>;
  stop(): Promise<void>;
}

const main = fileURLToPath(new URL("../../../../apps/sandbox/src/main.ts", import.meta.url));

/** Starts it on a free port with the demo shops, in memory. Throws with its last words when it does not come up. */
export async function startStandIn(): Promise<StandIn> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { PORT: String(port), HOST: "127.0.0.1", SANDBOX_SEED: "demo", SANDBOX_PUBLIC_URL: url };
  const child = spawn(process.execPath, [main], { env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
    });
  }
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    child.kill("SIGTERM");
    const late = setTimeout(() => child.kill("SIGKILL"), 3000);
    await ended;
    clearTimeout(late);
  };
  for (let tries = 0; !(await healthy(url)); tries += 1) {
    if (child.exitCode !== null || tries > 300) {
      await stop();
      throw new Error(`The stand-in did not start:\n${said}`);
    }
    await new Promise((later) => setTimeout(later, 100));
  }
  const call = async (path: string, init?: RequestInit): Promise<unknown> => {
    const response = await fetch(url + path, init);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.status === 204 ? null : response.json();
  };
  const control = (path: string, body: object) =>
    call(path, {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json" },
    });
  return {
    url,
    control,
    truth: (shop) => call(`/control/truth?shop=${shop}`),
    async install(shop, scopes) {
      const installed = (await control("/control/installations", { shop, scopes })) as {
        accessToken: string;
      };
      return installed.accessToken;
    },
    stop,
  };
}

async function healthy(url: string): Promise<boolean> {
  return fetch(`${url}/healthz`).then(
    (response) => response.ok,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((closed) => server.close(() => closed()));
  return port;
}
