import type { Ports } from "../ports/choose-ports.ts";
import type { Progress } from "../progress/progress.ts";
import { serveDatabase } from "./database.ts";
import type { Folders } from "./folders.ts";
import { type Addresses, addresses, productEnvironment } from "./product-environment.ts";
import { build, demo, migration, product, sandbox } from "./programs.ts";
import { runToEnd, serve, type Watchman } from "./serve.ts";

export interface Wishes {
  readonly ports: Ports;
  readonly folders: Folders;
  /** A PostgreSQL of one's own; absent: ours is started. */
  readonly databaseUrl?: string | undefined;
  /** Data that end with this run. */
  readonly throwaway?: boolean;
  /** Developing: no builds, and everything follows the source. */
  readonly reload?: boolean;
  /** Without a worker: what is to be done waits until one is started. */
  readonly idle?: boolean;
}

/** Where a running product is, and its data. */
export interface Stack extends Addresses {
  readonly databaseUrl: string;
}

/** Starts the whole product in the order in which its parts need each other, and resolves when its pages can be used. */
export async function bringUp(wishes: Wishes, watchman: Watchman, progress: Progress): Promise<Stack> {
  const { folders, ports, reload = false } = wishes;
  const at = addresses(ports);
  const built = reload ? Promise.resolve() : runToEnd(watchman, build()); // the slowest part, beside all the others
  built.catch(() => {}); // reported by its own step, when it is its turn
  const database = await progress.step("Database", () => openDatabase(wishes, watchman));
  const plan = { at, folders, reload, env: productEnvironment(at, database, folders.photos) };
  await progress.step("Shopify stand-in", () => serve(watchman, sandbox(plan)));
  await progress.step("Demo shops and people", () => runToEnd(watchman, demo(plan)));
  if (!reload) await progress.step("Builds of dashboard and portal", () => built);
  const services = product(plan).filter(({ name }) => !(wishes.idle && name === "worker"));
  await progress.step("Dashboard, portal and worker", () =>
    Promise.all(services.map((service) => serve(watchman, service))),
  );
  return { ...at, databaseUrl: database };
}

async function openDatabase({ databaseUrl, folders, ports, throwaway = false }: Wishes, watchman: Watchman) {
  const url =
    databaseUrl ??
    (await serveDatabase(watchman, { folder: folders.postgres, port: ports.postgres, throwaway }));
  await runToEnd(watchman, migration(url));
  return url;
}
