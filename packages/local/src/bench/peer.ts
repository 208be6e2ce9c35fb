import { join } from "node:path";
import { processAt } from "../ports/who-listens.ts";
import { temporaryPostgres } from "../postgres/temporary.ts";
import { oneMore } from "../stack/one-more.ts";
import { serveBarely } from "./bare-portal.ts";
import { measureBeside } from "./measure-beside.ts";
import { openMedusa } from "./medusa/medusa.ts";
import { type Throwaway, withThrowawayStack } from "./throwaway.ts";

/** More than Medusa makes in a second: nobody is to come without an order left. */
const mostPerSecond = 40;
/** Connections to its database with which Medusa can answer 128 at once: each of its requests takes two. */
const enough = 200;

export interface PeerWishes {
  /** How long Medusa is asked at a time. */
  readonly seconds: string;
  readonly rounds: string;
}

/** Starts ours and Medusa, each on a database server of its own, measures them in turn, ends everything. True when every goal was met. */
export async function benchPeer(wishes: PeerWishes): Promise<boolean> {
  const database = await temporaryPostgres();
  try {
    return await withThrowawayStack((stack) => measure(stack, database.url, wishes));
  } finally {
    await database.stop();
  }
}

async function measure(
  stack: Throwaway,
  databaseUrl: string,
  { seconds, rounds }: PeerWishes,
): Promise<boolean> {
  // Callers come from many addresses, as in production behind a proxy; none of them is to be stopped here.
  const many = { KEPT_PROXY_HOPS: "1", KEPT_LOOKUPS_PER_ADDRESS: "1000000" };
  const portal = await oneMore("portal", stack, many);
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const folder = join(stack.folders.logs, "../medusa");
  const orders = (Number(rounds) * 3 + 4) * Number(seconds) * mostPerSecond;
  const medusa = await openMedusa({ ...stack, say, giveUp: say }, folder, databaseUrl, orders);
  const usual = await medusa.start("medusa");
  const wide = await medusa.start("medusa-wide", enough);
  const { sandbox, worker } = stack.at;
  const ours = { worker, "the stand-in": sandbox, PostgreSQL: stack.databaseUrl };
  const listening = { ...ours, usual, wide, "Medusa's PostgreSQL": databaseUrl };
  const processes = Object.entries(listening).map(([name, url]) => [
    name,
    processAt(Number(new URL(url).port)),
  ]);
  const bare = await serveBarely(stack.databaseUrl, sandbox);
  try {
    return await measureBeside(stack, {
      program: "peer",
      args: [`--seconds=${seconds}`, `--rounds=${rounds}`],
      portal: portal.origin,
      env: {
        BARE_URL: bare.origin,
        MEDUSA: JSON.stringify({ ...medusa.shop, usual, wide }),
        PROCESSES: JSON.stringify({ portal: portal.running.process.pid, ...Object.fromEntries(processes) }),
      },
    });
  } finally {
    await bare.close();
  }
}
