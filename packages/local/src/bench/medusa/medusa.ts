import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "../../ports/free-port.ts";
import { runToEnd, serve, type Watchman } from "../../stack/serve.ts";
import { copyOrder } from "./copy-order.ts";

const version = "2.21.2";

/** What its own program has written down of its shop: its key, one order and how that is returned. */
export type MedusaShop = Readonly<Record<"key" | "order" | "item" | "option" | "reason", string>>;

export interface Medusa {
  readonly shop: MedusaShop;
  /** Starts it; without a number with as many connections to its database as it takes by itself. Answers where. */
  start(name: string, connections?: number): Promise<string>;
}

/** Installs Medusa from the registry into `folder` and opens a shop in an empty database, with so many orders to return. */
export async function openMedusa(
  watchman: Watchman,
  folder: string,
  databaseUrl: string,
  orders: number,
): Promise<Medusa> {
  mkdirSync(folder, { recursive: true });
  for (const name of ["medusa-config.js", "shop.js"])
    cpSync(join(import.meta.dirname, name), join(folder, name));
  const dependencies = Object.fromEntries(
    ["medusa", "framework", "cli"].map((name) => [`@medusajs/${name}`, version]),
  );
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ private: true, type: "module", dependencies }),
  );
  const program = (name: string, command: string, args: readonly string[], more: NodeJS.ProcessEnv = {}) => ({
    name,
    command,
    args,
    folder,
    env: { DATABASE_URL: databaseUrl, NODE_ENV: "production", MEDUSA_DISABLE_TELEMETRY: "true", ...more },
    stage: 2,
  });
  const cli = join(folder, "node_modules/@medusajs/cli/cli.js");
  const quiet = ["install", "--ignore-scripts", "--no-audit", "--no-fund"];
  await runToEnd(watchman, program("medusa-install", "npm", quiet));
  await runToEnd(watchman, program("medusa-migrate", process.execPath, [cli, "db:migrate"]));
  await runToEnd(watchman, program("medusa-shop", process.execPath, [cli, "exec", "./shop.js"]));
  await copyOrder(databaseUrl, orders);
  return {
    shop: JSON.parse(readFileSync(join(folder, "shop.json"), "utf8")),
    async start(name, connections) {
      const port = String(await freePort());
      const origin = `http://localhost:${port}`;
      const pool = connections === undefined ? {} : { MEDUSA_CONNECTIONS: String(connections) };
      const args = [cli, "start", "--port", port];
      await serve(watchman, { ...program(name, process.execPath, args, pool), health: `${origin}/health` });
      return origin;
    },
  };
}
