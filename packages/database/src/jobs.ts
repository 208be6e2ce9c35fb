import { sql } from "drizzle-orm";
import { fromDrizzle, PgBoss } from "pg-boss";
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
  post: {
    policy: "standard",
    retryLimit: 20,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 3600,
    heartbeatSeconds: 30,
    deadLetter: "dead",
  },
} as const;

export type Queue = keyof typeof queues;
export type Job = { readonly shopId: string; readonly id: string };

/** Puts a job into the caller's transaction: it exists if, and only if, that transaction commits. */
export type Enqueue = (tx: Transaction, queue: Queue, job: Job, startAfter?: Date) => Promise<void>;

export interface Jobs {
  readonly enqueue: Enqueue;
  /** Takes jobs of `queue`, `atOnce` at a time, until `stop`. A handler that throws is retried by the queue's rule. */
  work(queue: Queue, atOnce: number, handle: (job: Job, signal: AbortSignal) => Promise<void>): Promise<void>;
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
      await boss.work<Job>(queue, polling, async (jobs) => {
        for (const job of jobs) await handle(job.data, job.signal);
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

/** Creates the queues' tables and the queues; part of migrating, so that enqueueing never depends on a worker having run. */
export async function prepareQueues(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, max: 1, supervise: false, schedule: false });
  boss.on("error", () => {});
  await boss.start();
  await boss.createQueue("dead");
  for (const [name, queue] of Object.entries(queues))
    await boss.createQueue(name, { ...queue, notify: true });
  await boss.stop({ graceful: false });
}

function open(url: string, options: { takes: boolean; onError: (error: Error) => void }): PgBoss {
  const boss = new PgBoss({
    connectionString: url,
    application_name: options.takes ? "kept jobs" : "kept enqueue",
    max: options.takes ? 6 : 2,
    supervise: options.takes,
    schedule: options.takes,
    migrate: false,
    useListenNotify: options.takes,
  });
  boss.on("error", options.onError);
  return boss;
}
