import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { tables } from "@kept/database";
import { type Patience, requiredScopes } from "@kept/shopify";
import { pino } from "pino";
import postgres from "postgres";
import { inject } from "vitest";
import type { ShopContext } from "../context.ts";
import { advanceLeg, brokenInvariants, dueLegs } from "../issuance/index.ts";
import type { IssuingPatience } from "../issuance/patience.ts";
import { lookUpOrder } from "../lookup/index.ts";
import { LetterDelayed, postLetter } from "../notification/index.ts";
import { foundOrganization } from "../organization/index.ts";
import type { Policy } from "../policy/index.ts";
import { defaultPolicy } from "../policy/index.ts";
import { followPolicy, keepInStep } from "../return/index.ts";
import {
  connectShop,
  customerContext,
  type MemberContext,
  memberContext,
  workerContext,
} from "../shop/index.ts";
import { acrossAllShops, openTools, type Tools } from "../tools.ts";
import { bloom, type CastOrder } from "./cast.ts";
import { StandIn } from "./stand-in.ts";

declare module "vitest" {
  interface ProvidedContext {
    postgres: string;
    standIn: string;
  }
}

/** A world of its own: a database, a Bloom in the stand-in, its owner, its customer, and a worker that works when told. */
export interface TestWorld {
  readonly tools: Tools;
  readonly standIn: StandIn;
  readonly domain: string;
  readonly customer: ShopContext;
  readonly owner: MemberContext;
  /** Does what workers would do until nothing is due: mirrors, advances legs, posts letters. */
  work(): Promise<void>;
  /** The legs alone, once: those that are due now. */
  advance(): Promise<void>;
  /** The lookups alone. */
  lookUp(): Promise<void>;
  /** The letters alone. */
  post(): Promise<void>;
  /**
   * Ends the world. Throws when what must always be true of issuing (I1 to I12) is not, whatever the test was about;
   * unless its rows were planted, and say what no verb would have made them say.
   */
  close(its?: { readonly rows: "planted" }): Promise<void>;
}

export async function openWorld(input: {
  orders: readonly CastOrder[];
  policy?: (policy: Policy) => Policy;
  scopes?: readonly string[];
  patience?: Partial<IssuingPatience>;
  shopifyPatience?: Partial<Patience>;
  /** What else the stand-in's Bloom has, in its own words: accounts with credit from before, for one. */
  shop?: object;
}): Promise<TestWorld> {
  const handle = `bloom-${randomBytes(5).toString("hex")}`;
  const domain = `${handle}.myshopify.com`;
  const standIn = new StandIn(inject("standIn"));
  const database = await databaseOfItsOwn(handle.replace("-", "_"));
  const photos = await mkdtemp(join(tmpdir(), "kept-photos-"));
  const tools = await openTools({
    databaseUrl: database.url,
    shopify: { apiKey: "kept-local", apiSecret: "shpss_kept_local", baseUrl: standIn.origin },
    mail: { apiKey: "re_kept_local", baseUrl: standIn.origin, from: "Kept <credit@kept.example>" },
    encryptionKey: Buffer.alloc(32, 0x4b),
    dashboardUrl: "http://dashboard.example",
    portalUrl: "http://portal.example",
    processName: "test",
    webhooksToLoopback: true,
    poolSize: 8,
    photosAt: pathToFileURL(photos).href,
    photoProgram: fileURLToPath(import.meta.resolve("../photo/program/rewrite-photo.ts")),
    patience: input.patience ?? {},
    shopifyPatience: input.shopifyPatience ?? {},
    log: pino({ level: "silent" }),
  });
  await standIn.load(bloom(domain, input.orders, input.shop));
  const installed = await standIn.install(domain, input.scopes ?? requiredScopes);
  const people = [{ email: "owner@bloom.example", name: "Olivia Bloom", role: "owner" as const }];
  const organization = await foundOrganization(tools, { name: handle, kind: "merchant", people });
  const change = input.policy ?? ((policy: Policy) => policy);
  await connectShop(tools, {
    organizationId: organization.id,
    domain,
    ...installed,
    policy: (currency) => change(defaultPolicy(currency)),
  });
  const [user] = await acrossAllShops(tools, (tx) => tx.select({ id: tables.users.id }).from(tables.users));
  const customer = await customerContext(tools, handle, { requestId: "test", name: "Ada" });
  const owner = await memberContext(tools, { userId: user?.id ?? "", handle, requestId: "test" });
  if (!customer || !owner) throw new Error("The world's own shop is not there");
  return {
    tools,
    standIn,
    domain,
    customer,
    owner,
    work: () => workUntilDone(tools, owner.shop.id),
    advance: () => advanceDue(tools, owner.shop.id),
    lookUp: () => lookUpAll(tools, owner.shop.id),
    post: () => postOwed(tools, owner.shop.id),
    async close(its) {
      const broken = its?.rows === "planted" ? [] : await brokenInvariants(tools);
      await tools.stop();
      await database.drop();
      await rm(photos, { recursive: true });
      if (broken.length > 0) throw new Error(`What must always be true is not: ${JSON.stringify(broken)}`);
    },
  };
}

async function workUntilDone(tools: Tools, shopId: string) {
  const ctx = await workerIn(tools, shopId);
  for (const { id } of await ctx.inShop((tx) => tx.select({ id: tables.returns.id }).from(tables.returns))) {
    await keepInStep(ctx, id);
    await followPolicy(ctx, id);
  }
  while ((await dueLegs(tools, 1)).length > 0) await advanceDue(tools, shopId);
  await postOwed(tools, shopId);
}

async function advanceDue(tools: Tools, shopId: string) {
  const ctx = await workerIn(tools, shopId);
  for (const { id } of await dueLegs(tools, 100)) await advanceLeg(ctx, id, "test");
}

async function lookUpAll(tools: Tools, shopId: string) {
  const ctx = await workerIn(tools, shopId);
  for (const { id } of await ctx.inShop((tx) => tx.select({ id: tables.lookups.id }).from(tables.lookups))) {
    await lookUpOrder(ctx, id);
  }
}

async function postOwed(tools: Tools, shopId: string) {
  const ctx = await workerIn(tools, shopId);
  const { notifications } = tables;
  for (const { id } of await ctx.inShop((tx) => tx.select({ id: notifications.id }).from(notifications))) {
    await postLetter(ctx, id).catch((error) => {
      if (!(error instanceof LetterDelayed)) throw error;
      return postLetter(ctx, id); // as the queue does
    });
  }
}

async function workerIn(tools: Tools, shopId: string) {
  const ctx = await workerContext(tools, shopId);
  if (!ctx) throw new Error("The shop is gone");
  return ctx;
}

async function databaseOfItsOwn(name: string) {
  const server = inject("postgres");
  const run = async (statement: string) => {
    const maintenance = postgres(server, { max: 1, onnotice: () => {} });
    await maintenance.unsafe(statement);
    await maintenance.end();
  };
  await run(`create database ${name}`);
  return { url: new URL(`/${name}`, server).href, drop: () => run(`drop database ${name} with (force)`) };
}
