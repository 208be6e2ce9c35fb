import { createHash, randomBytes } from "node:crypto";
import { eq, tables } from "@kept/database";
import { createReturn, readReturn, requiredScopes } from "@kept/shopify";
import { v7 } from "uuid";
import { issueCredit } from "../../issuance/index.ts";
import { laneOf } from "../../issuance/lane.ts";
import { issuanceName, legName } from "../../issuance/names.ts";
import { foundOrganization } from "../../organization/index.ts";
import { defaultPolicy } from "../../policy/index.ts";
import { approveReturn } from "../../return/index.ts";
import { connectShop, customerContext, type MemberContext, memberContext } from "../../shop/index.ts";
import { acrossAllShops } from "../../tools.ts";
import { askForReturn, value } from "../ask.ts";
import { StandIn } from "../stand-in.ts";
import { chaosTools } from "./tools.ts";

/**
 * Sets the scene: a shop with `count` returns that were approved and are to be credited, eight to a customer. One is
 * asked for, approved and issued by the product's own verbs; the others are the same with other orders and names.
 */
const count = Number(process.argv[2]);
const domain = "bloom.myshopify.com";
const tools = await chaosTools();
const standIn = new StandIn(tools.standIn);
const people = Array.from({ length: Math.ceil(count / 8) }, (_, i) => ({
  ref: `c${i}`,
  email: `c${i}@example.com`,
}));
const loaded = await standIn.load({
  domain,
  name: "Bloom & Thread",
  currency: "USD",
  timezone: "America/New_York",
  plan: "enterprise",
  customers: people.map((each, i) => ({ ...each, firstName: "Ada", lastName: `the ${i}th` })),
  orders: Array.from({ length: count }, (_, i) => ({
    name: `#${1001 + i}`,
    customer: `c${i % people.length}`,
    email: `c${i % people.length}@example.com`,
    createdAt: "-9d",
    lines: [{ title: "Linen shirt", unitPrice: "20.00", quantity: 1 }],
    fulfillments: [{ at: "-8d", deliveredAt: "-6d" }],
  })),
});
const installed = await standIn.install(domain, requiredScopes);
const organization = await foundOrganization(tools, {
  name: "Bloom",
  kind: "merchant",
  people: [{ email: "owner@bloom.example", name: "Olivia Bloom", role: "owner" }],
});
await connectShop(tools, { organizationId: organization.id, domain, ...installed, policy: defaultPolicy });
const [user] = await acrossAllShops(tools, (tx) => tx.select({ id: tables.users.id }).from(tables.users));
const customer = await customerContext(tools, "bloom", { requestId: "chaos" });
const owner = await memberContext(tools, { userId: user?.id ?? "", handle: "bloom", requestId: "chaos" });
if (!owner || !customer) throw new Error("The shop is not there");
const { number } = await askForReturn({ customer }, { order: "#1001", email: "c0@example.com" });
value(await approveReturn(owner, { number }));
value(await issueCredit(owner, { number }));

const model = await owner.inShop(async (tx) => {
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
const waiting = loaded.orders.slice(1).map((order, i) => ({ order, i: i + 1 }));
await Promise.all(
  Array.from({ length: 6 }, async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await plant(owner, next.order, next.i);
  }),
);
await tools.stop();

async function plant(ctx: MemberContext, order: (typeof loaded.orders)[number], i: number) {
  const admin = await ctx.admin();
  const fulfillmentLineItemId = order.fulfillmentLines[0]?.id ?? "";
  const made = await createReturn(admin, {
    orderId: order.id,
    lines: [
      { fulfillmentLineItemId, quantity: 1, reasonDefinitionId: "gid://shopify/ReturnReasonDefinition/1" },
    ],
  });
  if (made.kind !== "done") throw new Error(`No return: ${JSON.stringify(made)}`);
  const mirror = await readReturn(admin, made.value.id);
  const returnLine = mirror?.lines[0]?.id ?? "";
  const customerGid = loaded.customers[i % people.length]?.id ?? "";
  const returnId = v7();
  const quoteId = v7();
  const issuanceId = issuanceName(ctx.shop.id, returnId, 1);
  await ctx.inShop(async (tx) => {
    const { record, quote, line, issuance, legs } = model;
    await tx.insert(tables.returns).values({
      ...record,
      id: returnId,
      number: record.number + i,
      key: randomBytes(16).toString("base64url"),
      draftId: null,
      orderGid: order.id,
      orderName: order.name,
      customerGid,
      quoteId,
      shopifyReturnGid: made.value.id,
    });
    await tx.insert(tables.quotes).values({ ...quote, id: quoteId, returnId });
    await tx.insert(tables.returnLines).values({
      ...line,
      id: v7(),
      returnId,
      fulfillmentLineItemGid: fulfillmentLineItemId,
      shopifyReturnLineGid: returnLine,
    });
    await tx.insert(tables.issuances).values({ ...issuance, id: issuanceId, returnId, quoteId });
    const laneId = await laneOf(tx, ctx.shop.id, customerGid, "USD");
    for (const leg of legs) {
      const request =
        leg.kind === "base"
          ? {
              ...(leg.request as object),
              returnGid: made.value.id,
              customerGid,
              lines: [{ id: returnLine, quantity: 1 }],
            }
          : { ...(leg.request as object), customerGid };
      const requestHash = createHash("sha256").update(JSON.stringify(request)).digest();
      const own = { id: legName(issuanceId, leg.kind), issuanceId, returnId, laneId, orderGid: order.id };
      await tx.insert(tables.issuanceLegs).values({ ...leg, ...own, request, requestHash });
    }
  });
}
