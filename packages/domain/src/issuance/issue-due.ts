import { setTimeout as sleep } from "node:timers/promises";
import { workerContext } from "../shop/find-shop.ts";
import type { Tools } from "../tools.ts";
import { advanceLeg } from "./advance-leg.ts";
import { dueLegs } from "./due-legs.ts";

export interface IssuingWork {
  /** Something may be due: look now instead of soon. */
  poke(): void;
  /** Finishes what is under way and stops. */
  stop(): Promise<void>;
}

/**
 * Advances what is due, `atOnce` legs at a time, shops in turn, each at the pace Shopify allows it: thousands of one
 * shop's credits do not keep another shop's single one waiting. Looks again by itself; pokes only make it sooner.
 */
export function issueDue(tools: Tools, options: { holder: string; atOnce: number }): IssuingWork {
  const underWay = new Map<string, Promise<void>>();
  let stopping = false;
  let wake = () => {};
  let poked = false;
  const poke = () => {
    poked = true;
    wake();
  };
  const running = run();

  async function run(): Promise<void> {
    while (!stopping) {
      poked = false;
      await startWhatIsDue().catch((error) => tools.log.error({ err: error }, "issuing"));
      if (!poked && !stopping) await nextChance();
      // Many legs end within moments of one another: they are answered with one look.
      await sleep(shortestPauseMs);
    }
    await Promise.all(underWay.values());
  }

  async function startWhatIsDue(): Promise<void> {
    const free = options.atOnce - underWay.size;
    if (free <= 0) return;
    for (const { shopId, id } of await dueLegs(tools, options.atOnce + free)) {
      if (underWay.size >= options.atOnce) return;
      if (underWay.has(id) || !tools.pace.take(shopId)) continue;
      const advanced = advance(shopId, id).finally(() => {
        underWay.delete(id);
        poke();
      });
      underWay.set(id, advanced);
    }
  }

  async function advance(shopId: string, id: string): Promise<void> {
    try {
      const ctx = await workerContext(tools, shopId);
      if (ctx) await advanceLeg(ctx, id, options.holder);
    } catch (error) {
      tools.log.error({ err: error, leg: id }, "issuing");
    }
  }

  function nextChance(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, tools.patience.firstLookMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  return {
    poke,
    async stop() {
      stopping = true;
      wake();
      await running;
    },
  };
}

const shortestPauseMs = 20;
