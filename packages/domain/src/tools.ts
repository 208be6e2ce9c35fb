import {
  acrossShops,
  type Database,
  type Jobs,
  openDatabase,
  openJobs,
  type Transaction,
} from "@kept/database";
import { connectMail, type Mail } from "@kept/email";
import { connectShopify, type Patience, type ShopifyApp } from "@kept/shopify";
import type { Logger } from "pino";
import { Pace } from "./issuance/pace.ts";
import { type IssuingPatience, usualIssuingPatience } from "./issuance/patience.ts";
import { type PhotoStore, photoStoreAt } from "./photo/photo-store.ts";
import { systemDns } from "./portal-address/dns.ts";
import type { Dns } from "./portal-address/portal-address.ts";

/** What a process needs to be told to work. Secrets are bytes; addresses have no trailing slash. */
export interface ToolSettings {
  readonly databaseUrl: string;
  readonly shopify: {
    readonly apiKey: string;
    readonly apiSecret: string;
    /** While the app's secret is being changed, Shopify signs with either. */
    readonly previousApiSecret?: string | undefined;
    readonly baseUrl?: string | undefined;
  };
  readonly mail?:
    | { readonly apiKey: string; readonly baseUrl?: string | undefined; readonly from: string }
    | undefined;
  /** 32 bytes: wraps the shops' own keys, which seal their tokens. */
  readonly encryptionKey: Buffer;
  /** While the key is being changed: those it was before, which still open. */
  readonly previousEncryptionKeys?: readonly Buffer[];
  readonly dashboardUrl: string;
  readonly portalUrl: string;
  readonly processName: string;
  /** True for the worker: it supervises the queues and takes jobs. */
  readonly takesJobs?: boolean;
  readonly poolSize?: number;
  /** Shorter waiting times, for tests and for runs against a stand-in; what is left out waits as usual. */
  readonly patience?: Partial<IssuingPatience>;
  readonly shopifyPatience?: Partial<Patience>;
  /** Where somebody waits for every answer: milliseconds after which one context asks Shopify nothing more. */
  readonly answerWithinMs?: number;
  /** Where customers' photos are kept (`photoStoreAt`), and the program that writes them anew; without both none are taken. */
  readonly photosAt?: string | undefined;
  readonly photoProgram?: string | undefined;
  /** Lookups of orders one network address may make in ten minutes; ten unless said otherwise. */
  readonly lookupsPerAddress?: number;
  /** Only on one's own machine: webhooks may go to programs on it, also without https. */
  readonly webhooksToLoopback?: boolean;
  readonly log: Logger;
}

/** The open tools of one process. Opened once, passed on, closed at the end. */
export interface Tools {
  readonly database: Database;
  readonly jobs: Jobs;
  readonly shopify: ShopifyApp;
  readonly mail: Mail | null;
  readonly dns: Dns;
  /** Null where photos are not kept. */
  readonly photos: PhotoStore | null;
  readonly clock: Clock;
  /** How long issuing waits before it believes, repeats or asks. */
  readonly patience: IssuingPatience;
  /** How fast each shop may go, as Shopify said last. */
  readonly pace: Pace;
  readonly log: Logger;
  readonly settings: ToolSettings;
  stop(): Promise<void>;
}

export interface Clock {
  now(): Date;
}

export async function openTools(settings: ToolSettings): Promise<Tools> {
  const { log } = settings;
  const database = openDatabase(settings.databaseUrl, {
    max: settings.poolSize ?? 10,
    name: settings.processName,
  });
  const jobs = await openJobs(settings.databaseUrl, {
    takes: settings.takesJobs ?? false,
    onError: (error) => log.error({ err: error }, "job queue"),
  });
  return {
    database,
    jobs,
    shopify: connectShopify(settings.shopify),
    mail: settings.mail ? connectMail(settings.mail) : null,
    dns: systemDns(),
    photos: settings.photosAt ? photoStoreAt(settings.photosAt) : null,
    clock: { now: () => new Date() },
    patience: { ...usualIssuingPatience, ...settings.patience },
    pace: new Pace(),
    log,
    settings,
    async stop() {
      await jobs.stop();
      await database.$client.end({ timeout: 5 });
    },
  };
}

/** For /healthz: is the database there, and how long has the oldest due job waited. */
export async function health(
  tools: Tools,
): Promise<{ ok: boolean; database: "up" | "down"; oldestJobSeconds: number }> {
  try {
    const oldestJobSeconds = await tools.jobs.oldestWaitSeconds();
    return { ok: true, database: "up", oldestJobSeconds };
  } catch (error) {
    tools.log.error({ err: error }, "health");
    return { ok: false, database: "down", oldestJobSeconds: 0 };
  }
}

/** The door for acts about no shop or many; every use names its reason at the call. */
export function acrossAllShops<T>(tools: Tools, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return acrossShops(tools.database, work);
}
