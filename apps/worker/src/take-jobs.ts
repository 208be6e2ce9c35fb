import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import {
  advanceLeg,
  dueLegs,
  mirrorReturn,
  postLetter,
  type ShopContext,
  type Tools,
  workerContext,
} from "@kept/domain";

const sweepEveryMs = 3_000;
const sweepAtMost = 200;

/**
 * Takes jobs until stopped. A job only says what to look at; looking twice, late or not at all harms nothing, because
 * the sweep finds every leg that is due anyway.
 */
export async function takeJobs(tools: Tools): Promise<{ stop(): Promise<void> }> {
  const holder = `worker-${randomUUID()}`;
  const inShop =
    (work: (ctx: ShopContext, id: string) => Promise<unknown>) =>
    async (job: { shopId: string; id: string }) => {
      const ctx = await workerContext(tools, job.shopId);
      if (ctx) await work(ctx, job.id);
    };
  await tools.jobs.work(
    "issue",
    8,
    inShop((ctx, id) => advanceLeg(ctx, id, holder)),
  );
  await tools.jobs.work("mirror", 4, inShop(mirrorReturn));
  await tools.jobs.work("post", 4, inShop(postLetter));

  const stopping = new AbortController();
  const sweeping = sweep(tools, holder, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await sweeping;
    },
  };
}

/** Finds legs whose time has come and whose poke was lost: a job that failed, a worker that died, a lane that was busy. */
async function sweep(tools: Tools, holder: string, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    await sleep(sweepEveryMs, undefined, { signal: stopping }).catch(() => {});
    if (stopping.aborted) return;
    try {
      for (const { shopId, id } of await dueLegs(tools, sweepAtMost)) {
        if (stopping.aborted) return;
        const ctx = await workerContext(tools, shopId);
        if (ctx)
          await advanceLeg(ctx, id, holder).catch((error) => ctx.log.error({ err: error, leg: id }, "sweep"));
      }
    } catch (error) {
      tools.log.error({ err: error }, "sweep");
    }
  }
}
