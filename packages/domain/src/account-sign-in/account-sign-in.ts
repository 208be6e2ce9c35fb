import {
  type Order,
  ordersOfCustomer,
  readOrder,
  ShopifyUnavailable,
  SignInRefused,
  type SignInStarted,
  SignInUnavailable,
} from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { returnability } from "../policy/index.ts";
import { newestPolicy } from "../policy/versions.ts";
import { ok, type Result, refused } from "../result.ts";
import { type OpenedDraft, startDraft } from "../return/start-draft.ts";
import { unitsTaken, withoutUnits } from "../return/units-taken.ts";
import { unlessUnreachable } from "../shop/reach.ts";

export type { SignInStarted } from "@kept/shopify";

export type SignInRefusal = { readonly code: "SignInOff" | "AccountsUnreachable" | "NotBelieved" };

/** A customer asks to sign in with their account at the shop. Answers where to go, and what the browser must keep. */
export async function beginSignIn(
  ctx: ShopContext,
  input: { redirectUri: string },
): Promise<Result<{ url: string; started: SignInStarted }, SignInRefusal>> {
  if (!ctx.shop.portal.signIn) return refused("SignInOff");
  try {
    const { url, ...started } = await ctx.tools.shopify.customers.begin({ ...clientOf(ctx), ...input });
    return ok({ url, started });
  } catch (error) {
    return refusalOf(ctx, error);
  }
}

/** The customer came back. Answers who they are at the shop: their number there, which only the shop's own word gives. */
export async function finishSignIn(
  ctx: ShopContext,
  input: { started: SignInStarted; cameBack: URL },
): Promise<Result<{ customerId: string }, SignInRefusal>> {
  if (!ctx.shop.portal.signIn) return refused("SignInOff");
  try {
    const { started, cameBack } = input;
    const { customerId } = await ctx.tools.shopify.customers.finish(clientOf(ctx), started, cameBack);
    return ok({ customerId });
  } catch (error) {
    return refusalOf(ctx, error);
  }
}

/** One of the signed-in customer's orders, and whether something of it can come back now. */
export interface OrderToReturn {
  readonly id: string;
  readonly name: string;
  readonly orderedAt: Date;
  readonly items: readonly { readonly title: string; readonly imageUrl: string | null }[];
  readonly returnable: boolean;
  /** The last day for the item that may come back longest. */
  readonly until: string | null;
}

/** Their newest orders, but for those that are too large to be read whole. Null while Shopify cannot be read. */
export async function ordersToReturn(ctx: ShopContext, customerId: string): Promise<OrderToReturn[] | null> {
  const read = await unlessUnreachable(ctx, async () => {
    const admin = await ctx.admin();
    const orders = await ordersOfCustomer(admin, customerId);
    return Promise.all(orders.map(({ id }) => unlessTooLarge(readOrder(admin, id))));
  });
  if (!read) return null;
  const { policy } = await ctx.inShop((tx) => newestPolicy(tx, ctx));
  const found: OrderToReturn[] = [];
  for (const order of read.value) {
    if (!order) continue;
    const taken = await ctx.inShop((tx) => unitsTaken(tx, ctx.shop.id, order.id));
    const left = withoutUnits(order, taken);
    const open = returnability(left, policy, ctx.clock.now(), ctx.shop.timeZone).filter(
      ({ reason }) => !reason,
    );
    const ends = open.flatMap(({ windowEnds }) => windowEnds ?? []);
    found.push({
      id: order.id,
      name: order.name,
      orderedAt: order.createdAt,
      items: order.lines.map(({ title, imageUrl }) => ({ title, imageUrl })),
      returnable: open.length > 0,
      until: ends.toSorted().at(-1) ?? null,
    });
  }
  return found;
}

async function unlessTooLarge(reading: Promise<Order | null>): Promise<Order | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof ShopifyUnavailable && error.reason === "not_understood") return null;
    throw error;
  }
}

/** Opens a draft of one of the signed-in customer's own orders; of nobody else's. */
export async function draftOfOwnOrder(
  ctx: ShopContext,
  input: { customerId: string; orderId: string; locale: string },
): Promise<Result<OpenedDraft, { readonly code: "OrderNotFound" | "ShopifyUnreachable" }>> {
  const read = await unlessUnreachable(ctx, async () =>
    ordersOfCustomer(await ctx.admin(), input.customerId),
  );
  if (!read) return refused("ShopifyUnreachable");
  const order = read.value.find(({ id }) => id === input.orderId);
  if (!order) return refused("OrderNotFound");
  return ok(await ctx.inShop((tx) => startDraft(tx, ctx, order, input.locale)));
}

function clientOf({ shop, tools }: ShopContext) {
  const { domain, accountsUrl, portal } = shop;
  return { domain, accountsUrl, clientId: portal.clientId ?? tools.shopify.apiKey };
}

function refusalOf(ctx: ShopContext, error: unknown) {
  if (error instanceof SignInUnavailable) {
    ctx.log.warn({ err: error }, "customer accounts cannot be reached");
    return refused("AccountsUnreachable");
  }
  if (error instanceof SignInRefused) {
    ctx.log.info({ err: error }, "a sign-in was not believed");
    return refused("NotBelieved");
  }
  throw error;
}
