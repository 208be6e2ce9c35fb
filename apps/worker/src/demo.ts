import {
  complianceTopics,
  connectShop,
  defaultPolicy,
  foundOrganization,
  grantShop,
  openTools,
  type Policy,
  requiredScopes,
  type Tools,
  webhookTopics,
} from "@kept/domain";
import { z } from "zod";
import { askForDemoReturns, type DemoReturn } from "./demo-returns.ts";
import { readEnv } from "./env.ts";
import { toolSettings } from "./settings.ts";

/**
 * Prepares the demo: three shops with different tempers, their owners, and an agency that reaches all three. Every
 * step goes through the domain's own verbs; doing it again changes nothing. Needs the stand-in's control API.
 */
const env = readEnv();
if (env.KEPT_ENV !== "local" || !env.SHOPIFY_BASE_URL)
  throw new Error("The demo is for local installations only");
const standIn = env.SHOPIFY_BASE_URL;
const subscriptions = z.object({
  subscriptions: z.array(z.object({ shop: z.string(), topic: z.string(), address: z.string() })),
});
const installation = z.object({ accessToken: z.string(), scopes: z.array(z.string()) });
const tools = await openTools(toolSettings(env, "demo"));
async function prepareDemo(tools: Tools) {
  const shops = [
    {
      handle: "bloom",
      organization: "Bloom & Thread",
      owner: "Olivia Bloom",
      color: "#2f6b4f",
      policy: bloomPolicy,
      returns: bloomReturns,
    },
    {
      handle: "fjord",
      organization: "Fjord",
      owner: "Henrik Voss",
      color: "#23486b",
      policy: fjordPolicy,
      returns: fjordReturns,
    },
    {
      handle: "kumo",
      organization: "Kumo",
      owner: "Aiko Mori",
      color: "#8a3b2e",
      policy: kumoPolicy,
      returns: kumoReturns,
    },
  ];
  const agency = await foundOrganization(tools, {
    name: "Northwind Studio",
    kind: "agency",
    people: [{ email: "agency@northwind.example", name: "Nora Wind", role: "manager" }],
  });
  for (const shop of agencyShops) await openAgencyShop(tools, agency.id, shop);
  for (const shop of shops) {
    const organization = await foundOrganization(tools, {
      name: shop.organization,
      kind: "merchant",
      people: [{ email: `owner@${shop.handle}.example`, name: shop.owner, role: "owner" }],
    });
    const domain = `${shop.handle}.myshopify.com`;
    await connectShop(tools, {
      organizationId: organization.id,
      domain,
      ...(await install(domain)),
      brand: { color: shop.color, radius: "small" },
      portal: { signIn: shop.handle !== "bloom" },
      policy: shop.policy,
    });
    await subscribe(domain);
    await grantShop(tools, { handle: shop.handle, organizationId: agency.id });
    const [ownerId] = organization.memberIds;
    if (ownerId) await askForDemoReturns(tools, { handle: shop.handle, ownerId, returns: shop.returns });
  }
}

/** Two young shops of the agency's own, without orders yet: what is copied from shop to shop can be tried here. */
const agencyShops = [
  { handle: "moss", name: "Moss & Stone", currency: "GBP", timezone: "Europe/London", color: "#4a5a2b" },
  { handle: "tide", name: "Tide", currency: "USD", timezone: "America/Los_Angeles", color: "#1f5f73" },
];

async function openAgencyShop(tools: Tools, organizationId: string, shop: (typeof agencyShops)[number]) {
  const { color, handle, ...description } = shop;
  const domain = `${handle}.myshopify.com`;
  const loaded = await fetch(`${standIn}/control/shops`).then((answer) => answer.text());
  if (!loaded.includes(domain)) {
    const body = JSON.stringify({ domain, ...description });
    const headers = { "content-type": "application/json" };
    const opened = await fetch(`${standIn}/control/shops`, { method: "POST", headers, body });
    if (!opened.ok) throw new Error(`The stand-in did not open ${domain}: ${opened.status}`);
  }
  const brand = { color, radius: "small" as const };
  await connectShop(tools, { organizationId, domain, ...(await install(domain)), brand });
}

/** What a merchant's click on "install" gives: a token with all the permissions Kept asks for. */
async function install(domain: string) {
  return installation.parse(await control("installations", { shop: domain, scopes: requiredScopes }));
}

/** What the app's configuration declares at Shopify: where it tells what happens. Said once; saying it again would tell twice. */
async function subscribe(shop: string) {
  const address = `${env.DASHBOARD_URL}/shopify/webhooks`;
  const known = subscriptions.parse(await control("webhooks")).subscriptions;
  const missing = [...webhookTopics, ...complianceTopics].filter(
    (topic) => !known.some((each) => each.shop === shop && each.topic === topic && each.address === address),
  );
  if (missing.length > 0) await control("webhooks", { shop, topics: missing, address });
}

async function control(path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${standIn}/control/${path}`, {
    ...(body && {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  });
  if (!response.ok) throw new Error(`The stand-in did not do ${path}: ${response.status}`);
  return response.json();
}

function withCredit(policy: Policy, credit: Partial<Policy["storeCredit"]>): Policy {
  return { ...policy, storeCredit: { ...policy.storeCredit, ...credit } };
}

function bloomPolicy(currency: string): Policy {
  return withCredit(defaultPolicy(currency), {
    description: "Shop again whenever you like: your refund stays yours and never expires.",
    bonus: { kind: "percent", basisPoints: 1_000, of: "items" },
    bonusExpiresAfterDays: 365,
  });
}

function fjordPolicy(currency: string): Policy {
  return withCredit(defaultPolicy(currency), {
    description: "Dein Guthaben ist sofort da und verfällt nie. Der Bonus gilt ein Jahr.",
    bonus: { kind: "fixed", amounts: { EUR: "5.00", CHF: "5.00", USD: "5.00" }, per: "return" },
    bonusExpiresAfterDays: 365,
  });
}

function kumoPolicy(currency: string): Policy {
  return withCredit(defaultPolicy(currency), {
    description: "ストアクレジットはすぐにご利用いただけます。返金分に有効期限はありません。",
    bonus: { kind: "percent", basisPoints: 500, of: "items_with_tax" },
    bonusExpiresAfterDays: 180,
  });
}

const bloomReturns: readonly DemoReturn[] = [
  { order: "#1019", email: "katherine@example.com", lines: 2, until: "issued" },
  { order: "#1028", email: "georgia@example.com", reason: 1, until: "issued" },
  { order: "#1016", email: "margaret@example.com", resolution: "original_payment", until: "issued" },
  { order: "#1024", email: "zora@example.com", reason: 2, until: "declined" },
  { order: "#1020", email: "rachel@example.com", reason: 1, until: "approved" },
  { order: "#1018", email: "maya@example.com", note: "The colour is greener than in the picture." },
  { order: "#1021", email: "georgia@example.com" },
];

const fjordReturns: readonly DemoReturn[] = [
  { order: "#2019", email: "greta@example.com", lines: 2, until: "issued" },
  { order: "#2016", email: "sophie@example.com", resolution: "original_payment", until: "issued" },
  { order: "#2028", email: "sophie@example.com", reason: 1, until: "approved" },
  { order: "#2018", email: "paul@example.com", note: "Leider doch zu groß für meinen Rucksack." },
  { order: "#2021", email: "claire@example.com" },
];

const kumoReturns: readonly DemoReturn[] = [
  { order: "#3019", email: "sakura@example.com", lines: 2, until: "issued" },
  { order: "#3028", email: "sora@example.com", reason: 1, until: "issued" },
  { order: "#3024", email: "ren@example.com", until: "approved" },
  { order: "#3021", email: "sora@example.com" },
];

try {
  await prepareDemo(tools);
} finally {
  await tools.stop();
}
