import { and, desc, eq, isNull, sql, type Transaction, tables } from "@kept/database";
import { audit } from "../audit/index.ts";
import { mayDo, type ShopContext } from "../context.ts";
import { isId } from "../organization/organization-context.ts";
import { ok, type Result, refused } from "../result.ts";
import { seal } from "../shop/seal.ts";
import { sealingKey } from "../shop/shop-keys.ts";
import {
  type Endpoint,
  type EndpointRow,
  endpointFromRow,
  makeWebhookSecret,
  type UrlProblem,
  urlProblem,
} from "./endpoint.ts";
import { type Topic, topics } from "./topics.ts";

const { webhookEndpoints } = tables;

export type EndpointRefusal =
  | { readonly code: "NotAllowed" | "NotFound" | "NoTopics" }
  | { readonly code: "BadUrl"; readonly problem: UrlProblem }
  | { readonly code: "TooManyEndpoints"; readonly most: number };

export const mostEndpoints = 10;
/** Hours in which the secret from before still signs, so that a receiver can be changed without missing anything. */
export const secretOverlapHours = 24;

export const secretColumn = "webhook_secret";

/** The shop's endpoints, newest first. */
export async function listEndpoints(ctx: ShopContext): Promise<Endpoint[]> {
  const rows = await ctx.inShop((tx) =>
    tx
      .select()
      .from(webhookEndpoints)
      .where(and(eq(webhookEndpoints.shopId, ctx.shop.id), isNull(webhookEndpoints.removedAt)))
      .orderBy(desc(webhookEndpoints.createdAt)),
  );
  return rows.map(endpointFromRow);
}

export async function readEndpoint(ctx: ShopContext, id: string): Promise<Endpoint | null> {
  const row = isId(id) ? await ctx.inShop((tx) => endpointRow(tx, ctx, id)) : undefined;
  return row ? endpointFromRow(row) : null;
}

/** A new place to tell. The answer is the one place where its secret ever stands. */
export async function addEndpoint(
  ctx: ShopContext,
  input: { url: string; description?: string; topics: readonly Topic[] },
): Promise<Result<{ endpoint: Endpoint; secret: string }, EndpointRefusal>> {
  if (!mayDo(ctx, "manage_keys")) return refused("NotAllowed");
  const wrong = problemWith(ctx, input);
  if (wrong) return { ok: false, error: wrong };
  return ctx.inShop(async (tx) => {
    await tx.execute(sql`select 1 from shops where id = ${ctx.shop.id} for update`);
    const there = await tx
      .select({ id: webhookEndpoints.id })
      .from(webhookEndpoints)
      .where(and(eq(webhookEndpoints.shopId, ctx.shop.id), isNull(webhookEndpoints.removedAt)));
    if (there.length >= mostEndpoints) return refused("TooManyEndpoints", { most: mostEndpoints });
    const secret = makeWebhookSecret();
    const [row] = await tx
      .insert(webhookEndpoints)
      .values({
        shopId: ctx.shop.id,
        url: input.url.trim(),
        description: cleanWords(input.description),
        topics: topics.filter((topic) => input.topics.includes(topic)),
        secret: await sealed(tx, ctx, secret),
        createdBy: ctx.actor.name,
      })
      .returning();
    if (!row) throw new Error("An endpoint was added and is not there");
    await audit(tx, ctx, { act: "webhook.added", subject: row.id, after: row.url });
    return ok({ endpoint: endpointFromRow(row), secret });
  });
}

/** Changes what an endpoint is told, or where; `enabled` turns it off, and on again after it was turned off. */
export async function changeEndpoint(
  ctx: ShopContext,
  input: {
    id: string;
    url?: string | undefined;
    description?: string | undefined;
    topics?: readonly Topic[] | undefined;
    enabled?: boolean | undefined;
  },
): Promise<Result<Endpoint, EndpointRefusal>> {
  if (!mayDo(ctx, "manage_keys")) return refused("NotAllowed");
  if (!isId(input.id)) return refused("NotFound");
  const wrong = problemWith(ctx, input);
  if (wrong) return { ok: false, error: wrong };
  const set = {
    ...(input.url !== undefined && { url: input.url.trim() }),
    ...(input.description !== undefined && { description: cleanWords(input.description) }),
    ...(input.topics && { topics: [...input.topics] }),
    ...(input.enabled === true && { disabledAt: null, disabledBecause: null, failingSince: null }),
    ...(input.enabled === false && {
      disabledAt: sql`clock_timestamp()`,
      disabledBecause: "person" as const,
    }),
  };
  return change(ctx, input.id, async () => set);
}

/** Takes an endpoint away: nothing more is told, what waits is dropped. Again answers the same as never there. */
export async function removeEndpoint(ctx: ShopContext, input: { id: string }) {
  if (!mayDo(ctx, "manage_keys")) return refused("NotAllowed");
  return change(ctx, input.id, async () => ({ removedAt: sql`clock_timestamp()` }));
}

/** A new secret. The one from before signs beside it for a day, so that the receiver can be changed in its own time. */
export async function changeSecret(
  ctx: ShopContext,
  input: { id: string },
): Promise<Result<{ endpoint: Endpoint; secret: string }, EndpointRefusal>> {
  if (!mayDo(ctx, "manage_keys")) return refused("NotAllowed");
  const secret = makeWebhookSecret();
  const changed = await change(ctx, input.id, async (tx, row) => ({
    secret: await sealed(tx, ctx, secret),
    previousSecret: row.secret,
    previousUntil: sql`clock_timestamp() + make_interval(hours => ${secretOverlapHours})`,
  }));
  return changed.ok ? ok({ endpoint: changed.value, secret }) : changed;
}

async function change(
  ctx: ShopContext,
  id: string,
  setFor: (tx: Transaction, row: EndpointRow) => Promise<Record<string, unknown>>,
): Promise<Result<Endpoint, EndpointRefusal>> {
  if (!isId(id)) return refused("NotFound");
  return ctx.inShop(async (tx) => {
    const row = await endpointRow(tx, ctx, id);
    if (!row) return refused("NotFound");
    const set = await setFor(tx, row);
    if (Object.keys(set).length === 0) return ok(endpointFromRow(row));
    const [changed] = await tx
      .update(webhookEndpoints)
      .set(set)
      .where(and(eq(webhookEndpoints.shopId, ctx.shop.id), eq(webhookEndpoints.id, id)))
      .returning();
    if (!changed) return refused("NotFound");
    const act = changed.removedAt ? "webhook.removed" : "webhook.changed";
    await audit(tx, ctx, { act, subject: id, detail: { parts: Object.keys(set).join(" ") } });
    return ok(endpointFromRow(changed));
  });
}

async function endpointRow(tx: Transaction, ctx: ShopContext, id: string): Promise<EndpointRow | undefined> {
  const [row] = await tx
    .select()
    .from(webhookEndpoints)
    .where(
      and(
        eq(webhookEndpoints.shopId, ctx.shop.id),
        eq(webhookEndpoints.id, id),
        isNull(webhookEndpoints.removedAt),
      ),
    )
    .for("update");
  return row;
}

function problemWith(
  ctx: ShopContext,
  { url, topics: wanted }: { url?: string | undefined; topics?: readonly Topic[] | undefined },
): EndpointRefusal | null {
  const problem = url === undefined ? null : urlProblem(url.trim(), allowsLoopback(ctx));
  if (problem) return { code: "BadUrl", problem };
  return wanted && wanted.length === 0 ? { code: "NoTopics" } : null;
}

export function allowsLoopback(ctx: ShopContext): boolean {
  return ctx.tools.settings.webhooksToLoopback ?? false;
}

async function sealed(tx: Transaction, ctx: ShopContext, secret: string): Promise<Buffer> {
  return seal(secret, await sealingKey(ctx.tools, tx, ctx.shop.id), ctx.shop.id, secretColumn);
}

function cleanWords(text = ""): string {
  return text
    .replace(/\p{Cc}/gu, " ")
    .trim()
    .slice(0, 120);
}
