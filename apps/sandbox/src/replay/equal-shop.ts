import type { ShopDescription } from "../description/shop.ts";
import { describeCustomer } from "./describe-customer.ts";
import { customersIn, describeOrder, withId } from "./describe-order.ts";
import { found } from "./found.ts";
import { locationsOf, mapOf } from "./locations.ts";
import type { Recording, Step } from "./recording.ts";
import { isObject } from "./shapes.ts";

type Json = Record<string, unknown>;

/**
 * A shop equal to the one a recording was made in, as far as the recording shows it: the orders, customers, accounts and
 * locations that were there before the story began, with their own ids; everything else the story makes itself.
 */
export function equalShop(recording: Recording): ShopDescription {
  const { needed, shown } = beforehand(recording);
  const orders = unique([
    ...records(shown, "Order", needed),
    ...ordersToSend(shown, needed),
    ...silentOrders(recording, shown, needed),
  ]).map((order) => (isCanceledBefore(recording, String(order.id)) ? { ...canceled, ...order } : order));
  const accounts = records(shown, "StoreCreditAccount", needed);
  const customers = [
    ...records(shown, "Customer", needed),
    ...orders.flatMap(customersIn),
    ...accounts.flatMap(ownerOf),
  ];
  const missing = [...needed].filter((id) => id.includes("/Customer/")).map((id) => ({ id }) as Json);
  const known = unique([...customers, ...missing]);
  return {
    ...identityOf(recording),
    currency: currencyOf(recording) ?? "USD",
    firstOrderNumber: 1,
    locations: locationsOf(recording, needed),
    map: mapOf(recording),
    products: productsOf(recording),
    customers: known.map(describeCustomer),
    orders: orders.map((order) =>
      describeOrder(order, new Set(known.map((customer) => String(customer.id)))),
    ),
    storeCreditAccounts: accounts.flatMap((account) => {
      const owner = ownerOf(account)[0];
      const balance = account.balance as { amount: string; currencyCode: string } | undefined;
      if (!owner || !balance) return [];
      const credits = Number(balance.amount) > 0 ? [{ amount: balance.amount, at: "-1d" }] : [];
      return [{ ...withId(account.id), customer: String(owner.id), currency: balance.currencyCode, credits }];
    }),
  };
}

/** Ids that are asked for before any answer mentions them, and the answers that show what they were. */
function beforehand(recording: Recording): { needed: Set<string>; shown: Step[] } {
  const heard = new Set<string>();
  const needed = new Set<string>();
  const firstSeen = new Map<string, Step>();
  for (const step of recording.steps) {
    for (const id of gidsIn(step.variables)) if (!heard.has(id) && !isInvented(id)) needed.add(id);
    for (const id of gidsIn(step.expected)) {
      heard.add(id);
      if (!firstSeen.has(id)) firstSeen.set(id, step);
    }
  }
  if (recording.steps.every(onlyReads))
    for (const id of heard) if (/\/(Customer|Order)\/\d+$/.test(id)) needed.add(id);
  const stories = [...needed].flatMap((id) => firstSeen.get(id) ?? []);
  return { needed, shown: [...recording.prior, ...new Set(stories)] };
}

/** Where nothing is changed, all that is shown was there. */
function onlyReads({ query, expected }: Step): boolean {
  return !/\bmutation\b/.test(query ?? "") && !JSON.stringify(expected).includes("serErrors");
}

/** Every product and variant an answer shows, one product to each variant that stands alone. */
function productsOf(recording: Recording): ShopDescription["products"] {
  const answers = [...recording.prior, ...recording.steps].map((step) => step.expected);
  const variants = unique(answers.flatMap((answer) => found(answer, "ProductVariant")));
  const products = unique(answers.flatMap((answer) => found(answer, "Product")));
  const made = new Set(recording.steps.flatMap(madeIn).map((entry) => String(entry.id)));
  const owned = (product: Json) => found(product, "ProductVariant").map((variant) => String(variant.id));
  const taken = new Set(products.flatMap(owned));
  const alone = variants.filter((variant) => !taken.has(String(variant.id)));
  return [
    ...products.filter(({ id }) => !made.has(String(id))).map((product) => describe(product, owned(product))),
    ...alone.filter(({ id }) => !made.has(String(id))).map(({ id }) => describe({}, [String(id)])),
  ];
}

/** Products and variants that the story makes itself. */
function madeIn({ expected }: Step): Json[] {
  const answers = Object.entries(isObject(expected.data) ? expected.data : {});
  return answers
    .filter(([name]) => /product/i.test(name) && !/^products?$/.test(name))
    .flatMap(([, payload]) => [...found(payload, "Product"), ...found(payload, "ProductVariant")]);
}

function describe(product: Json, variants: readonly string[]) {
  const title = text(product.title) ?? "Product";
  const known = variants.map((id) => ({ ...withId(id), ref: id, price: "0" }));
  return {
    ...withId(product.id),
    handle: text(product.handle) ?? `product-${variants[0] ?? product.id}`.replace(/\W+/g, "-"),
    title,
    variants: known.length > 0 ? known : [{ price: "0" }],
  };
}

/** What the shop said it was called and where it is. */
function identityOf(recording: Recording): Pick<ShopDescription, "id" | "domain" | "name" | "country"> {
  const answers = [...recording.prior, ...recording.steps].map((step) => step.expected);
  const bare = answers.flatMap(({ data }) => (isObject(data) && isObject(data.shop) ? data.shop : []));
  const shown: Json = Object.assign({}, ...bare, ...answers.flatMap((answer) => found(answer, "Shop")));
  const domain = text(shown.myshopifyDomain) ?? recording.shopDomain ?? "recorded.myshopify.com";
  const known = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/.test(domain) ? domain : "recorded.myshopify.com";
  return { ...withId(shown.id), domain: known, name: text(shown.name) ?? known.split(".")[0] ?? known };
}

/** Orders no answer describes, but that a mutation was done to: they were there, whatever they held. */
function silentOrders(recording: Recording, shown: Step[], needed: ReadonlySet<string>): Json[] {
  const described = new Set(records(shown, "Order", new Set(needed)).map((order) => order.id));
  const stories = recording.steps.filter(
    (step) => !/does not exist|not found/i.test(JSON.stringify(step.expected)),
  );
  const touched = new Set(stories.flatMap((step) => gidsIn(step.variables)));
  return [...needed]
    .filter((id) => id.includes("/Order/") && touched.has(id) && !described.has(id))
    .map((id) => ({ id }));
}

/** Orders that are told of by what is to be sent of them. */
function ordersToSend(steps: readonly Step[], needed: ReadonlySet<string>): Json[] {
  const byId = new Map<string, Map<string, Json>>();
  for (const entry of steps.flatMap((step) => found(step.expected, "FulfillmentOrder"))) {
    if (!needed.has(String(entry.id)) || !isObject(entry.order) || !isObject(entry.lineItems)) continue;
    const own = byId.get(String(entry.order.id)) ?? new Map<string, Json>();
    byId.set(String(entry.order.id), own.set(String(entry.id), { ...entry, ...own.get(String(entry.id)) }));
  }
  return [...byId.values()].flatMap((own) => {
    const all = [...own.values()];
    return isObject(all[0]?.order) ? [{ ...all[0].order, fulfillmentOrders: { nodes: all } }] : [];
  });
}

const canceled = { cancelledAt: "2020-01-01T00:00:00Z" };

function isCanceledBefore(recording: Recording, id: string): boolean {
  const first = recording.steps.find((step) => gidsIn(step.variables).includes(id));
  return JSON.stringify(first?.expected ?? null).includes("already been canceled");
}

/** Ids written to be unknown: a run of nines, zeros or ones. */
function isInvented(id: string): boolean {
  return /\/(9{6,}\d*|0+|1)$/.test(id);
}

function gidsIn(value: unknown): string[] {
  return [...JSON.stringify(value ?? null).matchAll(/gid:\/\/shopify\/[A-Za-z]+\/\d+/g)].map(
    (match) => match[0],
  );
}

/** The records of a type that were there beforehand, each as it was shown first and most fully. */
function records(steps: Step[], type: string, needed: Set<string>): Json[] {
  const all = steps
    .flatMap((step) => found(step.expected, type))
    .filter((record) => needed.has(String(record.id)));
  const fullest = new Map<string, Json>();
  for (const record of all) {
    const known = fullest.get(String(record.id));
    if (!known || type === "Customer" || (!describable(known) && describable(record)))
      fullest.set(String(record.id), { ...record, ...known });
  }
  return [...fullest.values()];
}

function describable(order: Json): boolean {
  return isObject(order.lineItems) || isObject(order.fulfillmentOrders) || Array.isArray(order.fulfillments);
}

function ownerOf(account: Json): Json[] {
  return isObject(account.owner) && typeof account.owner.id === "string" ? [account.owner] : [];
}

function unique(list: Json[]): Json[] {
  const byId = new Map<string, Json>();
  for (const entry of list) byId.set(String(entry.id), { ...entry, ...byId.get(String(entry.id)) });
  return [...byId.values()];
}

function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function currencyOf(recording: Recording): string | undefined {
  const answers = JSON.stringify([...recording.prior, ...recording.steps].map((step) => step.expected));
  return (
    /"shopMoney":\{"amount":"[^"]*","currencyCode":"([A-Z]{3})"/.exec(answers)?.[1] ??
    /"currencyCode":"([A-Z]{3})"/.exec(answers)?.[1]
  );
}
