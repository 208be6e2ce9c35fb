import { randomBytes } from "node:crypto";
import { eq, inOneBreath, sql, tables } from "@kept/database";
import { requiredScopes } from "@kept/shopify";
import { v7 } from "uuid";
import { issueCredit } from "../issuance/index.ts";
import { laneOf } from "../issuance/lane.ts";
import { issuanceName, legName } from "../issuance/names.ts";
import { frozen } from "../issuance/requests.ts";
import { followCredit } from "../ledger/follow-credit.ts";
import { foundOrganization } from "../organization/index.ts";
import { defaultPolicy } from "../policy/index.ts";
import { approveReturn } from "../return/index.ts";
import { connectShop, customerContext, type MemberContext, memberContext } from "../shop/index.ts";
import type { Tools } from "../tools.ts";
import { askForReturn, value } from "./ask.ts";
import type { StandIn } from "./stand-in.ts";

export interface SceneWish {
  /** "bloom" */
  readonly handle: string;
  /** How many returns that are approved and to be credited. */
  readonly count: number;
  readonly plan: "standard" | "advanced" | "plus" | "enterprise";
  /** Every so many-th order has no return in Shopify, so that its base is a refund of the order. Never: leave out. */
  readonly refundEvery?: number;
  /** When the legs are due. At once: leave out. */
  readonly dueAt?: Date;
}

/**
 * Sets a scene: a shop whose returns are approved and about to be credited, four to a customer. One of them is asked
 * for, approved and issued by the product's own verbs; the others are the same with other orders and names.
 */
export async function setScene(tools: Tools, standIn: StandIn, wish: SceneWish): Promise<MemberContext> {
  const domain = `${wish.handle}.myshopify.com`;
  const { refundEvery } = wish;
  const hasReturn = (i: number) => i > 0 && !(refundEvery && i % refundEvery === 0);
  const { description, people } = shopOfOrders(wish, hasReturn);
  const loaded = await standIn.load(description);
  const installed = await standIn.install(domain, requiredScopes);
  const email = `owner@${wish.handle}.example`;
  const organization = await foundOrganization(tools, {
    name: wish.handle,
    kind: "merchant",
    people: [{ email, name: "Olivia Bloom", role: "owner" }],
  });
  await connectShop(tools, { organizationId: organization.id, domain, ...installed, policy: defaultPolicy });
  const requestId = "scene";
  const [userId = ""] = organization.memberIds;
  const customer = await customerContext(tools, wish.handle, { requestId });
  const owner = await memberContext(tools, { userId, handle: wish.handle, requestId });
  if (!owner || !customer) throw new Error("The shop is not there");
  const { number } = await askForReturn({ customer }, { order: "#1001", email: "c0@example.com" });
  value(await approveReturn(owner, { number }));
  value(await issueCredit(owner, { number }));
  const model = await modelOf(owner);
  const customers = loaded.customers.map(({ id }) => id);
  const lanes = await lanesOf(owner, customers);
  const others = loaded.orders.slice(1).map((order, i) => {
    const customerGid = customers[(i + 1) % people.length] ?? "";
    return copyOf(model, order, { i: i + 1, customerGid, laneId: lanes.get(customerGid) ?? "", wish });
  });
  for (let from = 0; from < others.length; from += chunk)
    await insert(owner, others.slice(from, from + chunk));
  // A shop that has so much was not filled in a moment: the database knows how much it is.
  await tools.database.execute(
    sql`analyze returns, quotes, return_lines, credit_lanes, issuances, issuance_legs, credits`,
  );
  if (wish.dueAt)
    await owner.inShop((tx) => tx.update(tables.issuanceLegs).set({ nextAt: wish.dueAt ?? new Date() }));
  return owner;
}

const chunk = 250;

/** A shop of so many orders, one shirt each, four to a customer: as the stand-in is told of it, and its customers' names. */
export function shopOfOrders(
  { handle, count, plan }: Pick<SceneWish, "handle" | "count" | "plan">,
  hasReturn: (order: number) => boolean,
  ordersEach = 4,
) {
  const people = Array.from({ length: Math.ceil(count / ordersEach) }, (_, i) => `c${i}`);
  const description = {
    domain: `${handle}.myshopify.com`,
    name: handle,
    currency: "USD",
    timezone: "America/New_York",
    plan,
    customers: people.map((ref, i) => ({
      ref,
      email: `${ref}@example.com`,
      firstName: "Ada",
      lastName: `the ${i}th`,
    })),
    orders: Array.from({ length: count }, (_, i) => ({
      name: `#${1001 + i}`,
      customer: people[i % people.length],
      email: `${people[i % people.length]}@example.com`,
      createdAt: "-9d",
      lines: [{ title: "Linen shirt", unitPrice: "20.00", quantity: 1 }],
      fulfillments: [{ at: "-8d", deliveredAt: "-6d" }],
      returns: hasReturn(i) ? [{ at: "-1d", lines: [{ line: 0, quantity: 1 }] }] : [],
    })),
  };
  return { description, people };
}

async function modelOf(owner: MemberContext) {
  return owner.inShop(async (tx) => {
    const [record] = await tx.select().from(tables.returns);
    const [line] = await tx.select().from(tables.returnLines);
    const [issuance] = await tx.select().from(tables.issuances);
    const [quote] = await tx
      .select()
      .from(tables.quotes)
      .where(eq(tables.quotes.id, record?.quoteId ?? ""));
    const legs = await tx.select().from(tables.issuanceLegs);
    if (!record || !line || !quote || !issuance) throw new Error("Nothing was issued");
    return { record, line, quote, issuance, legs };
  });
}

type Model = Awaited<ReturnType<typeof modelOf>>;
type LoadedOrder = Awaited<ReturnType<StandIn["load"]>>["orders"][number];

function lanesOf(owner: MemberContext, customers: readonly string[]): Promise<Map<string, string>> {
  return owner.inShop(async (tx) => {
    const lanes = customers.map(async (gid) => [gid, await laneOf(tx, owner.shop.id, gid, "USD")] as const);
    return new Map(await Promise.all(lanes));
  });
}

function copyOf(
  { record, line, quote, issuance, legs }: Model,
  order: LoadedOrder,
  its: { i: number; customerGid: string; laneId: string; wish: SceneWish },
) {
  const { customerGid, laneId } = its;
  const returnId = v7();
  const quoteId = v7();
  const issuanceId = issuanceName(record.shopId, returnId, 1);
  const [mirror] = order.returns;
  const lineItemGid = order.lines[0]?.id ?? "";
  const returnLine = mirror?.lines[0]?.id ?? null;
  const base = mirror
    ? {
        method: "return_process" as const,
        request: {
          returnGid: mirror.id,
          destination: "store_credit",
          customerGid,
          lines: [{ id: returnLine, quantity: 1 }],
          payments: [],
        },
      }
    : {
        method: "refund_create" as const,
        request: {
          destination: "store_credit",
          customerGid,
          lines: [{ lineItemId: lineItemGid, quantity: 1 }],
          payments: [],
          beyondNetPayment: false,
        },
      };
  return {
    record: {
      ...record,
      id: returnId,
      number: record.number + its.i,
      key: randomBytes(16).toString("base64url"),
      draftId: null,
      orderGid: order.id,
      orderName: order.name,
      customerGid,
      quoteId,
      shopifyReturnGid: mirror?.id ?? null,
      withoutMirror: mirror ? null : "INVALID",
    },
    quote: { ...quote, id: quoteId, returnId },
    line: {
      ...line,
      id: v7(),
      returnId,
      lineItemGid,
      fulfillmentLineItemGid: order.fulfillmentLines[0]?.id ?? "",
      shopifyReturnLineGid: returnLine,
    },
    issuance: { ...issuance, id: issuanceId, returnId, quoteId },
    legs: legs.map((leg) => {
      const own =
        leg.kind === "base" ? base : { method: leg.method, request: withCustomer(leg, customerGid) };
      const id = legName(issuanceId, leg.kind);
      return {
        ...leg,
        id,
        issuanceId,
        returnId,
        laneId,
        orderGid: order.id,
        method: own.method,
        ...frozen(own.request),
      };
    }),
  };
}

function withCustomer(leg: Model["legs"][number], customerGid: string) {
  return { ...(leg.request as object), customerGid };
}

async function insert(owner: MemberContext, copies: readonly ReturnType<typeof copyOf>[]): Promise<void> {
  await owner.inShop(async (tx) => {
    await tx.insert(tables.returns).values(copies.map(({ record }) => record));
    await tx.insert(tables.quotes).values(copies.map(({ quote }) => quote));
    await tx.insert(tables.returnLines).values(copies.map(({ line }) => line));
    await tx.insert(tables.issuances).values(copies.map(({ issuance }) => issuance));
    await tx.insert(tables.issuanceLegs).values(copies.flatMap(({ legs }) => legs));
    const written = copies.map(({ record }) => record.id);
    await inOneBreath(written.map((id) => () => followCredit(tx, owner, id)));
  });
}
