import { z } from "zod";

const movement = z.object({
  kind: z.enum(["store_credit", "payment"]),
  type: z.string(),
  event: z.string().nullable(),
  amount: z.object({ amount: z.string(), currency: z.string() }),
  order: z.string().nullable(),
  expiresAt: z.string().nullish(),
});
const truth = z.object({
  broken: z.array(z.unknown()),
  accounts: z.array(z.object({ balance: z.string(), currency: z.string(), email: z.string().nullable() })),
  movements: z.array(movement),
});
const letters = z.array(
  z.object({
    to: z.union([z.string(), z.array(z.string())]),
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

  async load(shop: unknown): Promise<void> {
    await this.post("/control/shops", shop);
  }

  async install(shop: string, scopes: readonly string[]) {
    const installed = z.object({ accessToken: z.string(), scopes: z.array(z.string()) });
    return installed.parse(await this.post("/control/installations", { shop, scopes }));
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

  async faults(fault: unknown): Promise<void> {
    await this.post("/control/faults", fault);
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
