import { tables } from "@kept/database";
import { requiredScopes } from "@kept/shopify";
import { foundOrganization } from "../../organization/index.ts";
import { defaultPolicy } from "../../policy/index.ts";
import { connectShop, customerContext } from "../../shop/index.ts";
import { askForReturn } from "../ask.ts";
import { chaosTools } from "../chaos/tools.ts";
import { shopOfOrders } from "../scene.ts";
import { StandIn } from "../stand-in.ts";

/**
 * `node plant.ts <shop> <count>`: sets the scene of the clicks: a shop with two people and so many returns that customers
 * asked for and nobody decided. Prints one line of JSON: the people, and what each return is about.
 */
const [handle = "", count = "0"] = process.argv.slice(2);
const tools = await chaosTools();
const standIn = new StandIn(tools.standIn);
const domain = `${handle}.myshopify.com`;
const { description, people } = shopOfOrders(
  { handle, count: Number(count), plan: "enterprise" },
  () => false,
);
await standIn.load(description);
const installed = await standIn.install(domain, requiredScopes);
const staff = ["olivia", "noah"].map((name) => ({ name, email: `${name}@${handle}.example` }));
const organization = await foundOrganization(tools, {
  name: handle,
  kind: "merchant",
  people: staff.map((person) => ({ ...person, role: "owner" })),
});
await connectShop(tools, { organizationId: organization.id, domain, ...installed, policy: defaultPolicy });
const customer = await customerContext(tools, handle, { requestId: "scene" });
if (!customer) throw new Error("The shop is not there");
let next = 0;
await Promise.all(
  Array.from({ length: 4 }, async () => {
    for (let i = next++; i < Number(count); i = next++) {
      const email = `${people[i % people.length]}@example.com`;
      await askForReturn({ customer }, { order: `#${1001 + i}`, email });
    }
  }),
);
const returns = await customer.inShop((tx) =>
  tx.select({ number: tables.returns.number, order: tables.returns.orderGid }).from(tables.returns),
);
process.stdout.write(`${JSON.stringify({ people: staff.map(({ email }) => email), returns })}\n`);
await tools.stop();
