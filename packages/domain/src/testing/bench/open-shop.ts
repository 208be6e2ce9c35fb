import { requiredScopes, webhookTopics } from "@kept/shopify";
import { z } from "zod";
import { foundOrganization } from "../../organization/index.ts";
import { defaultPolicy } from "../../policy/index.ts";
import { connectShop } from "../../shop/index.ts";
import { shopOfOrders } from "../scene.ts";
import { StandIn } from "../stand-in.ts";
import { benchTools } from "./tools.ts";

/**
 * `open-shop.ts <shop> <count>`: a shop with so many orders, each of somebody else, that approves and credits a return by
 * itself as it is asked for, is told by Shopify what happens, and has points without end.
 */
const [handle = "", count = "0"] = process.argv.slice(2);
const env = z.object({ SHOPIFY_BASE_URL: z.url(), DASHBOARD_URL: z.url() }).parse(process.env);
const { tools } = await benchTools();
const standIn = new StandIn(env.SHOPIFY_BASE_URL);
const domain = `${handle}.myshopify.com`;
const { description } = shopOfOrders({ handle, count: Number(count), plan: "enterprise" }, () => false, 1);
await standIn.load(description);
const installed = await standIn.install(domain, requiredScopes);
const organization = await foundOrganization(tools, {
  name: handle,
  kind: "merchant",
  people: [{ email: `owner@${handle}.example`, name: "Olivia Bloom", role: "owner" }],
});
await connectShop(tools, {
  organizationId: organization.id,
  domain,
  ...installed,
  policy: (currency) => ({ ...defaultPolicy(currency), trigger: "at_once" }),
});
await standIn.subscribe(domain, webhookTopics, `${env.DASHBOARD_URL}/shopify/webhooks`);
await standIn.openThrottle();
await tools.stop();
