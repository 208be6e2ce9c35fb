import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type ShopContext, withOneAdmin } from "../context.ts";
import { workerContext } from "../shop/find-shop.ts";
import type { Tools } from "../tools.ts";
import { advanceLeg } from "./advance-leg.ts";
import { type DueLeg, dueLegs } from "./due-legs.ts";

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
  const underWay = new Map<string, { readonly leg: DueLeg; readonly ended: Promise<void> }>();
  const contexts = new Map<string, { readonly ctx: ShopContext; readonly at: number }>();
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
      const againMs = await startWhatIsDue().catch((error) => {
        tools.log.error({ err: error }, "issuing");
        return tools.patience.firstLookMs;
      });
      if (!poked && !stopping) await nextChance(againMs);
      // Many legs end within moments of one another: they are answered with one look.
      await sleep(underWay.size > 0 ? pauseAtWorkMs : shortestPauseMs);
    }
    await Promise.all([...underWay.values()].map(({ ended }) => ended));
  }

  /** Answers after how many milliseconds there is room again for what had to wait. */
  async function startWhatIsDue(): Promise<number> {
    const free = options.atOnce - underWay.size;
    let againMs = tools.patience.firstLookMs;
    if (free <= 0) return againMs;
    const due = await dueLegs(tools, options.atOnce + free);
    const lanes = new Set([...underWay.values()].map(({ leg }) => leg.laneId));
    for (const leg of fairly(inOwnOrder(due))) {
      const { shopId, id, laneId } = leg;
      if (underWay.size >= options.atOnce) break;
      // Who holds an account holds it for one leg: the next one of it would only learn that it is held.
      if (lanes.has(laneId)) continue;
      const step = tools.pace.take(shopId);
      if (!step) {
        againMs = Math.min(againMs, tools.pace.waitMs(shopId));
        continue;
      }
      const ended = advance(shopId, id).finally(() => {
        step.done();
        underWay.delete(id);
        poke();
      });
      lanes.add(laneId);
      underWay.set(id, { leg, ended });
    }
    return againMs;
  }

  /** Whoever has less under way comes first, also where another shop's legs have been due for longer. */
  function fairly(due: readonly DueLeg[]) {
    const busy = new Map<string, number>();
    for (const { leg } of underWay.values()) busy.set(leg.shopId, (busy.get(leg.shopId) ?? 0) + 1);
    const inTurn = due.map((leg) => {
      const turn = busy.get(leg.shopId) ?? 0;
      busy.set(leg.shopId, turn + 1);
      return { ...leg, turn };
    });
    return inTurn.sort((a, b) => a.turn - b.turn);
  }

  async function advance(shopId: string, id: string): Promise<void> {
    try {
      const ctx = await contextOf(shopId);
      const came = ctx && (await advanceLeg(ctx, id, options.holder, () => tools.pace.goesOn(shopId)));
      // Whatever was in the shop's way, the next one is to see the shop as it is by then.
      if (came !== "settled" && came !== "lane_busy") contexts.delete(shopId);
    } catch (error) {
      contexts.delete(shopId);
      tools.log.error({ err: error, leg: id }, "issuing");
    }
  }

  /**
   * What a shop is called, and the token it is spoken to with, are not read anew for every leg; whether it may issue
   * is, where that is decided. A token that died meanwhile opens nothing, and Shopify says so.
   */
  async function contextOf(shopId: string): Promise<ShopContext | null> {
    const known = contexts.get(shopId);
    if (known && performance.now() - known.at < rememberedMs) return known.ctx;
    const fresh = await workerContext(tools, shopId);
    if (!fresh) return null;
    const ctx = withOneAdmin(fresh);
    contexts.set(shopId, { ctx, at: performance.now() });
    return ctx;
  }

  function nextChance(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
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

/**
 * Those in doubt as they come, then those that are ready, in an order that is another one in every process: workers that
 * look at the same moment would all reach for the same accounts.
 */
function inOwnOrder(due: readonly DueLeg[]): readonly DueLeg[] {
  const place = ({ id }: DueLeg) => (Number.parseInt(id.slice(0, 8), 16) ^ ownOrder) >>> 0;
  const ready = due.filter(({ inDoubt }) => !inDoubt);
  return [...due.filter(({ inDoubt }) => inDoubt), ...ready.sort((a, b) => place(a) - place(b))];
}

const ownOrder = randomInt(2 ** 32);
const shortestPauseMs = 5;
const pauseAtWorkMs = 25;
const rememberedMs = 5_000;
