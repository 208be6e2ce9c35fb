import { randomUUID } from "node:crypto";
import {
  deliverWebhook,
  followPolicies,
  followPolicy,
  followWebhooks,
  forgetDrafts,
  issueDue,
  issueWaiting,
  keepInStep,
  lookUpOrder,
  postLetter,
  reconcile,
  remindOfBonuses,
  type ShopContext,
  sweepShop,
  type Tools,
  withOneAdmin,
  workBatch,
  workerContext,
} from "@kept/domain";
import { periodicTasks } from "./periodic.ts";

/**
 * Takes jobs until stopped. A job only says what to look at; looking twice, late or not at all harms nothing, because
 * issuing looks for every leg that is due anyway.
 */
export async function takeJobs(
  tools: Tools,
  { legsAtOnce }: { legsAtOnce: number },
): Promise<{ stop(): Promise<void> }> {
  const issuing = issueDue(tools, { holder: `worker-${randomUUID()}`, atOnce: legsAtOnce });
  const inShop =
    (work: (ctx: ShopContext, id: string) => Promise<unknown>) =>
    async (job: { shopId: string; id: string }) => {
      const ctx = await workerContext(tools, job.shopId);
      if (ctx) await work(ctx, job.id);
    };
  await tools.jobs.gather("issue", async () => {
    issuing.poke();
    return new Map();
  });
  await tools.jobs.work(
    "mirror",
    4,
    inShop(async (worker, id) => {
      const ctx = withOneAdmin(worker);
      await keepInStep(ctx, id);
      await followPolicy(ctx, id);
    }),
  );
  await tools.jobs.gather("news", inEachShop(tools, followWebhooks));
  await tools.jobs.work("sweep", 1, inShop(sweepShop));
  await tools.jobs.work("drafts", 1, inShop(forgetDrafts));
  await tools.jobs.work("look_up", 2, inShop(lookUpOrder));
  await tools.jobs.work("post", 4, inShop(postLetter));
  await tools.jobs.work("remind", 1, inShop(remindOfBonuses));
  await tools.jobs.work("deliver", 4, inShop(deliverWebhook));
  await tools.jobs.work(
    "granted",
    1,
    inShop(async (ctx) => {
      await issueWaiting(ctx);
      await followPolicies(ctx);
    }),
  );
  await tools.jobs.work("bulk", 2, inShop(workBatch));
  await tools.jobs.work("reconcile", 2, inShop(reconcile));
  await tools.jobs.every(periodicTasks(tools));
  return { stop: () => issuing.stop() };
}

/** Hands every shop's jobs over together, shops side by side: none waits for another's Shopify. */
function inEachShop(
  tools: Tools,
  work: (ctx: ShopContext, ids: readonly string[]) => Promise<ReadonlyMap<string, unknown>>,
) {
  return async (jobs: readonly { shopId: string; id: string }[]) => {
    const shops = [...new Set(jobs.map(({ shopId }) => shopId))];
    const failed = shops.map(async (shopId) => {
      const ids = jobs.filter((job) => job.shopId === shopId).map(({ id }) => id);
      try {
        const ctx = await workerContext(tools, shopId);
        return ctx ? await work(ctx, ids) : new Map<string, unknown>();
      } catch (error) {
        return new Map(ids.map((id) => [id, error] as const));
      }
    });
    return new Map((await Promise.all(failed)).flatMap((of) => [...of]));
  };
}
