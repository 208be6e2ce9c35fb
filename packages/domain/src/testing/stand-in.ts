import { z } from "zod";

const movement = z.object({
  id: z.string(),
  kind: z.enum(["store_credit", "payment"]),
  type: z.string(),
  event: z.string().nullable(),
  amount: z.object({ amount: z.string(), currency: z.string() }),
  order: z.string().nullable(),
  by: z.string().nullish(),
  requestId: z.string().nullish(),
  note: z.string().nullish(),
  owner: z.string().nullish(),
  expiresAt: z.string().nullish(),
});
const loaded = z.object({
  orders: z.array(
    z.object({
      name: z.string(),
      id: z.string(),
      lines: z.array(z.object({ id: z.string() })),
      fulfillmentLines: z.array(z.object({ id: z.string() })),
      returns: z.array(z.object({ id: z.string(), lines: z.array(z.object({ id: z.string() })) })),
    }),
  ),
  customers: z.array(z.object({ email: z.string().nullable(), id: z.string() })),
});
const truth = z.object({
  broken: z.array(z.unknown()),
  accounts: z.array(
    z.object({
      balance: z.string(),
      owner: z.string().nullish(),
      currency: z.string(),
      email: z.string().nullable(),
    }),
  ),
  movements: z.array(movement),
});
const letters = z.array(
  z.object({
    from: z.string(),
    to: z.union([z.string(), z.array(z.string())]),
    replyTo: z.array(z.string()).nullish(),
    subject: z.string(),
    text: z.string().nullish(),
    html: z.string(),
  }),
);

/** The stand-in's control API, spoken over HTTP like everything else about it. */
export class StandIn {
  readonly origin: string;
  constructor(origin: string) {
    this.origin = origin;
  }

  /** Answers the ids the description led to. */
  async load(shop: unknown) {
    return loaded.parse(await this.post("/control/shops", shop));
  }

  async install(
    shop: string,
    scopes: readonly string[],
    app: { expiring?: boolean; appKey?: string; appName?: string } = {},
  ) {
    const installed = z.object({
      accessToken: z.string(),
      scopes: z.array(z.string()),
      refreshToken: z.string().nullish(),
    });
    return installed.parse(
      await this.post("/control/installations", { shop, scopes, expiring: false, ...app }),
    );
  }

  /** What a merchant's click on "uninstall" does. */
  async uninstall(shop: string): Promise<void> {
    await this.answer(await fetch(`${this.origin}/control/installations?shop=${shop}`, { method: "DELETE" }));
  }

  /** As an app's configuration would: for good. */
  async subscribe(shop: string, topics: readonly string[], address: string): Promise<void> {
    await this.post("/control/webhooks", { shop, topics, address });
  }

  /** Every movement of money in a shop, and which of its accounts do not add up. */
  async truth(shop: string) {
    return truth.parse(await this.get(`/control/truth?shop=${shop}`));
  }

  /** Store-credit movements that an app or a refund caused, as "ORDER_REFUND 20.00 USD". */
  async credits(shop: string): Promise<string[]> {
    const { movements, broken } = await this.truth(shop);
    if (broken.length > 0) throw new Error(`Accounts do not add up: ${JSON.stringify(broken)}`);
    return movements
      .filter(({ kind, type }) => kind === "store_credit" && type.toLowerCase() === "credit")
      .map(({ event, amount }) => `${event} ${amount.amount} ${amount.currency}`);
  }

  async letters(to: string, about: string) {
    const found = letters.parse(await this.get(`/control/mail?to=${encodeURIComponent(to)}`));
    return found.filter(({ html }) => html.includes(about));
  }

  /** Of one shop: others work beside it in the same stand-in. Answers the fault's id, by which it can be ended. */
  async faults(fault: { readonly shop: string; readonly [wish: string]: unknown }): Promise<number> {
    return z.object({ id: z.number() }).parse(await this.post("/control/faults", fault)).id;
  }

  async endFault(id: number): Promise<void> {
    await this.answer(await fetch(`${this.origin}/control/faults?id=${id}`, { method: "DELETE" }));
  }

  /** Points without end, for measuring everything but them. */
  async openThrottle(): Promise<void> {
    await this.post("/control/throttle", { open: true });
  }

  /** Staff give or take store credit by hand, in Shopify's admin. */
  async editCredit(shop: string, customerGid: string, fields: Record<string, string>): Promise<void> {
    await this.staff(shop, `customers/${customerGid.split("/").at(-1)}/store-credit`, fields);
  }

  /** A customer buys a scarf at 25.00 at the shop's checkout, with all the store credit there is. Answers the order's id. */
  async buyWithCredit(shop: string, customerGid: string): Promise<string> {
    const fields = { customer: customerGid.split("/").at(-1) ?? "", "buy-5001": "1", credit: "use" };
    const order = await this.staff(shop, "checkout", fields);
    return `gid://shopify/Order/${/orders\/(\d+)/.exec(order)?.[1]}`;
  }

  /** Another app of the shop gives store credit. */
  async creditAsAnotherApp(shop: string, customerGid: string, amount: string, expiresAt?: string) {
    const scopes = ["write_store_credit_account_transactions", "read_customers"];
    const { accessToken } = await this.install(shop, scopes, { appKey: "loyalty", appName: "Loyalty" });
    const creditInput = {
      creditAmount: { amount, currencyCode: "USD" },
      ...(expiresAt && { expiresAt }),
    };
    const answer = await fetch(`${this.origin}/${shop}/admin/api/2026-10/graphql.json`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-shopify-access-token": accessToken },
      body: JSON.stringify({
        query: `mutation ($id: ID!, $creditInput: StoreCreditAccountCreditInput!) {
          storeCreditAccountCredit(id: $id, creditInput: $creditInput) { userErrors { message } } }`,
        variables: { id: customerGid, creditInput },
      }),
    });
    const text = await answer.text();
    if (!text.includes('"userErrors":[]')) throw new Error(text);
  }

  /** Staff refund an order by hand, in Shopify's admin. */
  async refundByHand(shop: string, orderGid: string, fields: Record<string, string>): Promise<void> {
    await this.staff(shop, `orders/${orderGid.split("/").at(-1)}`, fields);
  }

  /** Answers where the page leads afterwards. */
  private async staff(shop: string, path: string, fields: Record<string, string>): Promise<string> {
    const url = `${this.origin}/store/${shop.replace(".myshopify.com", "")}/${path}`;
    const sent = await fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
    await sent.body?.cancel();
    if (sent.status !== 303) throw new Error(`Staff could not: ${url} ${JSON.stringify(fields)}`);
    return sent.headers.get("location") ?? "";
  }

  private async post(path: string, body: unknown): Promise<unknown> {
    return this.answer(
      await fetch(this.origin + path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
    );
  }

  private async get(path: string): Promise<unknown> {
    return this.answer(await fetch(this.origin + path));
  }

  private async answer(response: Response): Promise<unknown> {
    if (!response.ok) throw new Error(`${response.url} ${response.status}: ${await response.text()}`);
    return response.json();
  }
}
