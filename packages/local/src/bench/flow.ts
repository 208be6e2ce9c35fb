import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { processAt } from "../ports/who-listens.ts";
import { repository } from "../repository.ts";
import { oneMore } from "../stack/one-more.ts";
import { measureBeside } from "./measure-beside.ts";
import { type Throwaway, withThrowawayStack } from "./throwaway.ts";

export interface FlowWishes {
  readonly minutes: string;
  readonly warmUp: string;
  /** How many are on their way at once. */
  readonly customers: string;
}

const handle = "flow";
/** More than any two cores do in a second: nobody is to come to a shop without an order left. */
const mostPerSecond = 50;

/** Starts everything, opens a shop with an order for everybody, measures, ends everything. True when every goal was met. */
export function benchFlow({ minutes, warmUp, customers }: FlowWishes): Promise<boolean> {
  return withThrowawayStack(async (stack) => {
    // Customers come from many addresses, as in production behind a proxy.
    const portal = await oneMore("portal", stack, { KEPT_PROXY_HOPS: "1" });
    const orders = Math.ceil((Number(minutes) * 60 + Number(warmUp)) * mostPerSecond);
    await openShop(stack, orders);
    const { dashboard, sandbox, worker } = stack.at;
    const processes = {
      portal: portal.running.process.pid,
      dashboard: listensAt(dashboard),
      worker: listensAt(worker),
      "the stand-in": listensAt(sandbox),
      PostgreSQL: listensAt(stack.databaseUrl),
    };
    return measureBeside(stack, {
      program: "flow",
      args: [`--shop=${handle}`, `--minutes=${minutes}`, `--warm-up=${warmUp}`, `--customers=${customers}`],
      portal: portal.origin,
      env: { PROCESSES: JSON.stringify(processes) },
    });
  });
}

async function openShop({ at, databaseUrl }: Throwaway, orders: number): Promise<void> {
  const program = join(repository, "packages/domain/src/testing/bench/open-shop.ts");
  await promisify(execFile)(process.execPath, [program, handle, String(orders)], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      SHOPIFY_BASE_URL: at.sandbox,
      DASHBOARD_URL: at.dashboard,
    },
  });
}

function listensAt(address: string): number | undefined {
  return processAt(Number(new URL(address).port));
}
