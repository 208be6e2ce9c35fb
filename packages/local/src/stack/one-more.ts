import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "../ports/free-port.ts";
import type { Crew } from "../processes/crew.ts";
import { type Running, startProgram } from "../processes/program.ts";
import type { Folders } from "./folders.ts";
import { type Addresses, productEnvironment } from "./product-environment.ts";
import { product } from "./programs.ts";

/** What a further process of a running product needs to know, and who answers for it. */
interface Beside {
  readonly at: Pick<Addresses, "dashboard" | "portal" | "sandbox">;
  readonly databaseUrl: string;
  readonly crew: Crew;
  readonly folders: Pick<Folders, "photos" | "logs">;
}

/** One process more beside a running product, set up otherwise: behind a proxy, say, or with the limits of production. */
export async function oneMore(
  what: "dashboard" | "portal" | "worker",
  { at, databaseUrl, crew, folders }: Beside,
  otherwise: Readonly<Record<string, string>> = {},
): Promise<{ origin: string; running: Running }> {
  const origin = `http://localhost:${await freePort()}`;
  const here = { worker: origin, ...at, [what]: origin };
  const env = { ...productEnvironment(here, databaseUrl, folders.photos), ...otherwise };
  const service = product({ at: here, env, reload: false }).find(({ name }) => name === what);
  if (!service) throw new Error(`The product has no ${what}`);
  const running = startProgram(crew, { ...service, name: `second-${what}` }, folders.logs);
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(service.health).catch(() => null);
    if (answer?.ok) return { origin, running };
    await wait(100);
  }
  throw new Error(`The second ${what} does not answer: ${running.lastWords()}`);
}
