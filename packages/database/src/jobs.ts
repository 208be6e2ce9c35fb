import { sql } from "drizzle-orm";
import { fromDrizzle, type JobResult, PgBoss } from "pg-boss";
import type { Transaction } from "./connection.ts";

/**
 * Every queue, how hard it tries, and where a job goes when it gives up. Queues carry pokes ("look at this leg"),
 * never decisions: losing or repeating a job moves no money (ADR 0006).
 */
const queues = {
  issue: {
    policy: "standard",
    retryLimit: 5,
    retryDelay: 2,
    retryBackoff: true,
    heartbeatSeconds: 30,
    deadLetter: "dead",
  },
  mirror: {
    policy: "standard",
    retryLimit: 20,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 600,
    heartbeatSeconds: 30,
    deadLetter: "dead",
  },
  /** Everything of a shop that webhooks may have missed. */
  sweep: {
    policy: "standard",
    retryLimit: 8,
    retryDelay: 60,
    retryBackoff: true,
    retryDelayMax: 3600,
    heartbeatSeconds: 60,
    deadLetter: "dead",
  },
  news: {
    policy: "standard",
    retryLimit: 20,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 1800,
    heartbeatSeconds: 30,
    deadLetter: "dead",
  },
  look_up: {
    policy: "standard",
    retryLimit: 8,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 300,
    heartbeatSeconds: 30,
    deadLetter: "dead",
  },
  post: {
    policy: "standard",
    retryLimit: 20,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 3600,
    heartbeatSeconds: 30,
    deadLetter: "dead",
  },
  deliver: {
    policy: "standard",
    retryLimit: 10,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 600,
    heartbeatSeconds: 30,
    deadLetter: "dead",
  },
  reconcile: {
    policy: "standard",
    retryLimit: 5,
    retryDelay: 30,
    retryBackoff: true,
    retryDelayMax: 1800,
    expireInSeconds: 4 * 3600,
    heartbeatSeconds: 60,
    deadLetter: "dead",
  },
  /** The letters a shop's customers should get this morning; the id is the shop's own. */
  remind: {
    policy: "standard",
    retryLimit: 5,
    retryDelay: 60,
    retryBackoff: true,
    retryDelayMax: 3600,
    expireInSeconds: 2 * 3600,
    heartbeatSeconds: 60,
    deadLetter: "dead",
  },
  /** What waited for a permission; the id is the shop's own. */
  granted: {
    policy: "standard",
    retryLimit: 20,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 600,
    heartbeatSeconds: 30,
    deadLetter: "dead",
  },
  /** What customers began and left; the id is the shop's own. */
  drafts: {
    policy: "standard",
    retryLimit: 5,
    retryDelay: 60,
    retryBackoff: true,
    retryDelayMax: 3600,
    heartbeatSeconds: 60,
    deadLetter: "dead",
  },
  /** The next part of a bulk batch. */
  bulk: {
    policy: "standard",
    retryLimit: 20,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 300,
    heartbeatSeconds: 30,
    deadLetter: "dead",
  },
} as const;

/**
 * Queues whose jobs are short and come in floods, many at a time when they were put off or when nobody worked: two takers
 * take as many as are handled side by side, and the next without a pause while there are more. Otherwise each taker
 * rests for seconds between two jobs: a stranger's thousand look-ups would keep one customer waiting for a thousand
 * seconds, and letters for as long as there are of them. Few takers, because each new job wakes them all.
 */
const quick: readonly Queue[] = ["look_up", "post", "mirror"];
const takersOfQuick = 2;

/** Nobody is woken by a job of these: whoever looks once in a while finds many that are about the same. */
const gathering: readonly Queue[] = ["news"];

/** What happens by the clock: one job a task at a time, however many workers there are; the next tick is the retry. */
const byTheClock = { name: "periodic", policy: "exclusive", retryLimit: 0, heartbeatSeconds: 60 } as const;

/** Something to be done again and again. `cron` is in UTC; a tick that was missed while nobody ran is made up for once. */
export interface PeriodicTask {
  readonly name: string;
  readonly cron: string;
  run(): Promise<void>;
}

export type Queue = keyof typeof queues;
export type Job = { readonly shopId: string; readonly id: string };

/** Puts a job into the caller's transaction: it exists if, and only if, that transaction commits. */
export type Enqueue = (tx: Transaction, queue: Queue, job: Job, startAfter?: Date) => Promise<void>;

export interface Jobs {
  readonly enqueue: Enqueue;
  /** Takes jobs of `queue`, `atOnce` at a time, until `stop`. A handler that throws is retried by the queue's rule. */
  work(queue: Queue, atOnce: number, handle: (job: Job, signal: AbortSignal) => Promise<void>): Promise<void>;
  /**
   * Takes what has gathered in `queue`, a hundred at a time, once a second or when it is woken, until `stop`. The handler
   * answers the ids of those that failed, with why; they are retried by the queue's rule, as all are when it throws.
   */
  gather(
    queue: Queue,
    handle: (jobs: readonly Job[]) => Promise<ReadonlyMap<string, unknown>>,
  ): Promise<void>;
  /** Does each of these tasks whenever its time comes, and none that earlier versions knew. */
  every(tasks: readonly PeriodicTask[]): Promise<void>;
  /** Seconds the oldest due job has waited; 0 when none waits. */
  oldestWaitSeconds(): Promise<number>;
  stop(): Promise<void>;
}

/** `takes` is true for the worker, which supervises and polls; the web processes only enqueue. */
export async function openJobs(
  url: string,
  options: { takes: boolean; onError: (error: Error) => void },
): Promise<Jobs> {
  const boss = open(url, options);
  await boss.start();
  return {
    async enqueue(tx, queue, job, startAfter) {
      await boss.send(queue, job, { db: fromDrizzle(tx, sql), ...(startAfter && { startAfter }) });
    },
    async work(queue, atOnce, handle) {
      const polling = {
        pollingIntervalSeconds: 2,
        notifyPollingIntervalSeconds: 2,
        localConcurrency: atOnce,
      };
      if (!quick.includes(queue)) {
        await boss.work<Job>(queue, polling, async (jobs) => {
          for (const job of jobs) await handle(job.data, job.signal);
        });
        return;
      }
      const some = {
        ...polling,
        localConcurrency: takersOfQuick,
        batchSize: Math.max(2, Math.ceil(atOnce / takersOfQuick)),
        burstWhenBatchFull: true,
        perJobResults: true as const,
      };
      await boss.work<Job, unknown, typeof some>(queue, some, (jobs) =>
        Promise.all(
          // One that fails is tried again by itself.
          jobs.map(({ id, data, signal }) =>
            handle(data, signal).then(
              () => outcomeOf(id),
              (error: unknown) => outcomeOf(id, { error }),
            ),
          ),
        ),
      );
    },
    async gather(queue, handle) {
      const many = {
        pollingIntervalSeconds: 1,
        notifyPollingIntervalSeconds: 1,
        localConcurrency: 2, // while one waits for a slow shop
        batchSize: 100,
        burstWhenBatchFull: true,
        perJobResults: true as const,
      };
      await boss.work<Job, unknown, typeof many>(queue, many, async (jobs) => {
        const failed = await handle(jobs.map(({ data }) => data));
        return jobs.map(({ id, data }) =>
          outcomeOf(id, failed.has(data.id) ? { error: failed.get(data.id) } : undefined),
        );
      });
    },
    async every(tasks) {
      await keepSchedules(boss, tasks);
      await boss.work<{ task: string }>(byTheClock.name, { pollingIntervalSeconds: 5 }, async (jobs) => {
        for (const { data } of jobs) await tasks.find(({ name }) => name === data.task)?.run();
      });
    },
    async oldestWaitSeconds() {
      const { rows } = await boss.getDb().executeSql(
        `select coalesce(extract(epoch from now() - min(start_after)), 0)::int as waited
           from pgboss.job where state in ('created', 'retry') and start_after <= now() and name <> 'dead'`,
      );
      return Number(rows[0]?.waited ?? 0);
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 20_000 });
    },
  };
}

function outcomeOf(id: string, failed?: { readonly error: unknown }): JobResult {
  if (!failed) return { id, status: "completed" };
  const { error } = failed;
  return {
    id,
    status: "failed",
    output: { message: error instanceof Error ? error.message : String(error) },
  };
}

/** Creates the queues' tables and the queues; part of migrating, so that enqueueing never depends on a worker having run. */
export async function prepareQueues(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, max: 1, supervise: false, schedule: false });
  boss.on("error", () => {});
  await boss.start();
  await boss.createQueue("dead");
  for (const [name, queue] of Object.entries(queues))
    await boss.createQueue(name, { ...queue, notify: !gathering.includes(name as Queue) });
  const { name, ...rule } = byTheClock;
  await boss.createQueue(name, rule);
  await boss.stop({ graceful: false });
}

/** The schedules the database holds become those of this version. */
async function keepSchedules(boss: PgBoss, tasks: readonly PeriodicTask[]): Promise<void> {
  const { name: queue } = byTheClock;
  for (const { key } of await boss.getSchedules(queue)) {
    if (!tasks.some(({ name }) => name === key)) await boss.unschedule(queue, key);
  }
  for (const { name, cron } of tasks) {
    const options = { key: name, singletonKey: name, missed: "once", tz: "UTC" } as const;
    await boss.schedule(queue, cron, { task: name }, options);
  }
}

function open(url: string, options: { takes: boolean; onError: (error: Error) => void }): PgBoss {
  const boss = new PgBoss({
    connectionString: url,
    application_name: options.takes ? "kept jobs" : "kept enqueue",
    max: options.takes ? 3 : 2,
    supervise: options.takes,
    schedule: options.takes,
    migrate: false,
    useListenNotify: options.takes,
  });
  boss.on("error", options.onError);
  return boss;
}
