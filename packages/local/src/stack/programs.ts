import { join } from "node:path";
import type { Program } from "../processes/program.ts";
import { repository } from "../repository.ts";
import type { Folders } from "./folders.ts";
import { type Addresses, mailSecret } from "./product-environment.ts";

export interface Service extends Program {
  /** Answers 200 once it can be used. */
  readonly health: string;
}

interface Plan {
  readonly at: Addresses;
  readonly folders: Folders;
  readonly env: Readonly<Record<string, string>>;
  /** Developing: the programs follow the source as it changes. */
  readonly reload: boolean;
}

const app = (name: string) => join(repository, "apps", name);

/** Shopify and Resend as far as Kept can tell. It shares nothing with the product, its environment neither. */
export function sandbox({ at, folders, reload }: Plan): Service {
  const env = {
    PORT: portOf(at.sandbox),
    SANDBOX_DATA: folders.sandbox,
    SANDBOX_SEED: "demo",
    SANDBOX_PUBLIC_URL: at.sandbox,
    SANDBOX_CUSTOMER_REDIRECTS: `${at.portal}/callback`,
    SANDBOX_GOOGLE_REDIRECTS: `${at.dashboard}/api/auth/callback/google`,
    SANDBOX_APP_KEY: "kept-local",
    SANDBOX_APP_SECRET: "shpss_kept_local",
    SANDBOX_MAIL_WEBHOOK: `${at.dashboard}/resend/webhooks`,
    SANDBOX_MAIL_SECRET: mailSecret,
  };
  return {
    ...node("sandbox", app("sandbox"), [nursery(2), ...watching(reload), "src/main.ts"], env),
    stage: 1,
    health: `${at.sandbox}/healthz`,
  };
}

/** Puts the demo's people and shops into Kept; does nothing where they already are. */
export function demo({ env }: Plan): Program {
  return { ...node("demo", app("worker"), ["src/demo.ts"], env), stage: 3 };
}

/** The product's own processes. */
export function product({ at, env, reload }: Omit<Plan, "folders">): Service[] {
  const worker = node("worker", app("worker"), [nursery(8), ...watching(reload), "src/main.ts"], {
    ...env,
    PORT: portOf(at.worker),
  });
  return [
    { ...worker, stage: 2, health: `${at.worker}/healthz` },
    { ...web("dashboard", at.dashboard, env, reload), health: `${at.dashboard}/healthz` },
    { ...web("portal", at.portal, env, reload), health: `${at.portal}/healthz` },
  ];
}

/** The production builds of both web apps, from the cache where nothing changed. */
export function build(): Program {
  return {
    name: "build",
    command: process.execPath,
    args: ["node_modules/turbo/bin/turbo", "run", "build", "--output-logs=new-only", "--ui=stream"],
    folder: repository,
    env: { NEXT_TELEMETRY_DISABLED: "1", TURBO_TELEMETRY_DISABLED: "1" },
    stage: 3,
  };
}

/** Brings the database to the newest schema, in a process of its own: the migrator's memory goes with it. */
export function migration(databaseUrl: string): Program {
  const script = join(import.meta.dirname, "migrate-database.ts");
  return { ...node("migrate", repository, [script], { DATABASE_URL: databaseUrl }), stage: 3 };
}

function web(
  name: "dashboard" | "portal",
  address: string,
  env: Record<string, string>,
  reload: boolean,
): Program {
  // Each has a small server of its own around Next; only the portal's can follow the source as it changes.
  const developed = ["node_modules/next/dist/bin/next", "dev", "-p", portOf(address), "-H", "localhost"];
  const args = reload && name === "dashboard" ? developed : ["server.ts", ...(reload ? ["--dev"] : [])];
  return { ...node(name, app(name), args, { ...env, PORT: portOf(address) }, reload), stage: 2 };
}

function node(name: string, folder: string, args: string[], env: NodeJS.ProcessEnv, reload = false) {
  const mode = reload ? "development" : "production";
  return { name, command: process.execPath, args, folder, env: { ...env, NODE_ENV: mode } };
}

/**
 * What loading a library or a schema leaves behind is 200 MB of garbage in a heap of the usual shape, far less in these.
 * Too small a nursery is paid for with time: of a busy worker's, a fifth went into sweeping 4 MB, a seventh into 8 MB.
 */
const nursery = (megabytes: number) => `--max-semi-space-size=${megabytes}`;
const watching = (reload: boolean) => (reload ? ["--watch", "--watch-preserve-output"] : []);
const portOf = (address: string) => new URL(address).port;
