import { freePort, isFree } from "./free-port.ts";
import { whoListens } from "./who-listens.ts";

export type Ports = { readonly [who in keyof typeof usualPorts]: number };
export const usualPorts = { dashboard: 3000, portal: 3001, sandbox: 3002, worker: 3003, postgres: 54330 };

/**
 * The ports to use by those `needed`: the ones a person asked for, else the usual ones, else the next free ones; `say` hears about every
 * move. Throws when a port that was asked for is taken, because moving away from it would surprise.
 */
export async function choosePorts(
  wanted: { readonly [who in keyof Ports]?: number | undefined },
  say: (line: string) => void,
  needed = Object.keys(usualPorts) as readonly (keyof Ports)[],
): Promise<Ports> {
  const chosen = { ...usualPorts };
  const given = new Set<number>();
  for (const who of needed) {
    const asked = wanted[who];
    if (asked !== undefined && (given.has(asked) || !(await isFree(asked))))
      throw new Error(`Port ${asked} is taken${by(asked)}: set ${variable(who)} to another one.`);
    chosen[who] = asked ?? (await nextFree(usualPorts[who], given));
    given.add(chosen[who]);
    if (asked === undefined && chosen[who] !== usualPorts[who] && !(await isFree(usualPorts[who])))
      say(
        `  Port ${usualPorts[who]} is taken${by(usualPorts[who])}: the ${who} uses ${chosen[who]} (or set ${variable(who)}).`,
      );
  }
  return chosen;
}

/** A private set of ports, for a stack that nobody types the address of. */
export async function privatePorts(): Promise<Ports> {
  const chosen = { ...usualPorts };
  const given = new Set<number>();
  for (const who of Object.keys(usualPorts) as (keyof Ports)[]) {
    do chosen[who] = await freePort();
    while (given.has(chosen[who]));
    given.add(chosen[who]);
  }
  return chosen;
}

async function nextFree(usual: number, given: ReadonlySet<number>): Promise<number> {
  const reserved = new Set<number>(Object.values(usualPorts).filter((port) => port !== usual));
  for (let port = usual; port < usual + 200; port++)
    if (!given.has(port) && !reserved.has(port) && (await isFree(port))) return port;
  throw new Error(`No free port between ${usual} and ${usual + 199}.`);
}

const variable = (who: keyof Ports) => `KEPT_${who.toUpperCase()}_PORT`;

function by(port: number): string {
  const who = whoListens(port);
  return who ? ` by ${who}` : "";
}
