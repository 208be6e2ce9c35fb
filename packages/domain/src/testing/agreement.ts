import { randomBytes } from "node:crypto";
import { type Money, money, toDecimal } from "@kept/money";
import { type Admin, connectShopify, type Order, readOrder, requiredScopes } from "@kept/shopify";
import { z } from "zod";
import { defaultPolicy, type Policy } from "../policy/index.ts";
import { explain, type Quote, quote, strangerFacts } from "../quote/index.ts";
import { anyDescribedOrder, type DescribedOrder } from "./any-described-order.ts";
import { ada } from "./cast.ts";
import { Dice } from "./dice.ts";
import { type Chosen, type NewReturn, suggestionOf } from "./shopifys-suggestion.ts";

/** One return on which Kept and Shopify disagree, with everything it takes to see why. */
export interface Difference {
  readonly ours: Money;
  readonly shopify: Money;
  readonly finer: readonly Finer[];
  readonly order: object;
  readonly selection: readonly Chosen[];
  readonly fees: NewReturn;
  readonly rows: readonly string[];
}

/**
 * Where Kept rounds once for a row and Shopify for parts of it, so that they may part by a minor unit and both be
 * right: `tax_by_tax` a line with two taxes; `waiting_units` a line of which units wait in a return nobody has paid,
 * which Kept counts before these and Shopify after; `fee_by_parcel` a restocking fee that continues an earlier one, or
 * is taken parcel by parcel.
 */
export type Finer = "tax_by_tax" | "waiting_units" | "fee_by_parcel";

export interface Agreement {
  /** Returns on which both must say the same, to the minor unit. */
  readonly exact: number;
  /** Returns where Shopify rounds finer, and on how many of them that showed. */
  readonly finer: number;
  readonly parted: number;
  /** Orders of which nothing can come back. */
  readonly passedOver: number;
  /** What must not be: a difference without such a reason, or one that rounding cannot explain. */
  readonly differences: readonly Difference[];
}

/**
 * Loads generated orders into the stand-in, quotes a chance selection of each, and then opens that very return there,
 * with the same fees, and asks what Shopify would refund. The two sums share no code. Goes on until `orders` were
 * compared on which both must agree exactly. Calls `say` now and then.
 */
export async function agree(input: {
  standIn: string;
  seed: number;
  orders: number;
  say?: (line: string) => void;
}): Promise<Agreement> {
  const dice = new Dice(input.seed);
  const differences: Difference[] = [];
  const count = { exact: 0, finer: 0, parted: 0, passedOver: 0 };
  while (count.exact < input.orders) {
    const shop = await openShop(input.standIn, dice);
    for (const placed of shop.orders) {
      const compared = await compare(shop.admin, placed, new Dice(dice.number(0, 2 ** 31)));
      if (!compared) count.passedOver += 1;
      else {
        const parts = compared.ours.minor !== compared.shopify.minor;
        const isFiner = compared.finer.length > 0;
        count[isFiner ? "finer" : "exact"] += 1;
        if (parts && isFiner && isRounding(compared)) count.parted += 1;
        else if (parts) differences.push(compared);
      }
    }
    input.say?.(`${count.exact} exact, ${count.finer} rounded finer, ${differences.length} differences`);
  }
  return { ...count, differences };
}

/** Each line of such a return has at most two amounts, goods and fee or goods and tax, that round on their own. */
function isRounding({ ours, shopify, selection }: Difference): boolean {
  const apart = ours.minor > shopify.minor ? ours.minor - shopify.minor : shopify.minor - ours.minor;
  return apart <= 2n * BigInt(selection.length);
}

/** As many as the stand-in loads in one go. */
const ordersPerShop = 100;

interface Placed extends DescribedOrder {
  readonly id: string;
}

async function openShop(standIn: string, dice: Dice): Promise<{ admin: Admin; orders: Placed[] }> {
  const domain = `agree-${randomBytes(5).toString("hex")}.myshopify.com`;
  const described = Array.from({ length: ordersPerShop }, (_, index) =>
    anyDescribedOrder(dice, 1001 + index),
  );
  const loaded = z.object({ orders: z.array(z.object({ id: z.string() })) }).parse(
    await post(standIn, "/control/shops", {
      domain,
      name: "Agreement",
      currency: "USD",
      plan: "enterprise",
      presentmentCurrencies: ["EUR", "JPY", "KWD"],
      customers: [ada],
      orders: described.map(({ description }) => description),
    }),
  );
  const installed = z
    .object({ accessToken: z.string() })
    .parse(await post(standIn, "/control/installations", { shop: domain, scopes: requiredScopes }));
  const shopify = connectShopify({ apiKey: "kept-local", apiSecret: "shpss_kept_local", baseUrl: standIn });
  const admin = shopify.admin({ shop: domain, ...installed, patience: { readDeadlineMs: 120_000 } });
  const orders = loaded.orders.flatMap(({ id }, index) => {
    const one = described[index];
    return one ? [{ ...one, id }] : [];
  });
  return { admin, orders };
}

async function compare(admin: Admin, placed: Placed, dice: Dice): Promise<Difference | null> {
  const order = await readOrder(admin, placed.id);
  if (!order) throw new Error(`${placed.id} was loaded and is not there`);
  const selection = anySelection(dice, order);
  if (selection.length === 0) return null;
  const fees = anyFees(dice, order.currency);
  const made = quoteOf(order, selection, fees);
  return {
    ours: made.totals.base,
    shopify: await suggestionOf(admin, order, selection, fees),
    finer: finerOf(placed, order, selection, fees),
    order: placed.description,
    selection,
    fees,
    rows: explain(made, "en").map(({ text, amount }) => `${text}: ${amount}`),
  };
}

function finerOf({ traits }: Placed, order: Order, selection: readonly Chosen[], fees: NewReturn): Finer[] {
  const lines = order.lines.filter(({ id }) => selection.some(({ lineItemId }) => lineItemId === id));
  const continued = lines.some(({ goneQuantity }) => goneQuantity > 0);
  const inParcels = lines.some(({ returnable }) => returnable.length > 1);
  return [
    ...(traits.includes("several_taxes") ? (["tax_by_tax"] as const) : []),
    ...(traits.includes("waiting") && continued ? (["waiting_units"] as const) : []),
    ...(fees.restockingPercent && (continued || inParcels) ? (["fee_by_parcel"] as const) : []),
  ];
}

/** Some units of some lines: as many as can still come back, or fewer. */
function anySelection(dice: Dice, order: Order): Chosen[] {
  const chosen = order.lines.flatMap((line) => {
    const shipped = line.returnable.reduce((units, part) => units + part.quantity, 0);
    const most = Math.min(shipped, line.quantity - line.goneQuantity);
    return most > 0 ? [{ lineItemId: line.id, quantity: dice.number(1, most) }] : [];
  });
  const kept = chosen.filter(() => dice.percent(70));
  return kept.length > 0 ? kept : chosen.slice(0, 1);
}

function anyFees(dice: Dice, currency: string): NewReturn {
  return {
    restockingPercent: dice.percent(25) ? dice.one([5, 10, 15, 50, 100]) : null,
    returnFee: dice.percent(25) ? money(BigInt(dice.number(1, 1_500)), currency) : null,
  };
}

function quoteOf(
  order: Order,
  selection: readonly Chosen[],
  { restockingPercent, returnFee }: NewReturn,
): Quote {
  const policy: Policy = defaultPolicy(order.currency);
  const charged = { waivedForCredit: false, exceptReasons: [] };
  return quote({
    order,
    selection,
    resolution: "store_credit",
    customer: strangerFacts(order.currency),
    at: new Date(),
    policy: {
      version: 1,
      policy: {
        ...policy,
        fees: {
          returnFee: returnFee
            ? {
                kind: "fixed",
                amounts: { [order.currency]: toDecimal(returnFee) },
                per: "return",
                ...charged,
              }
            : { kind: "none" },
          restocking: restockingPercent
            ? { basisPoints: restockingPercent * 100, products: null, ...charged }
            : null,
          label: null,
        },
      },
    },
  });
}

async function post(standIn: string, path: string, body: unknown): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(standIn + path, { method: "POST", headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path} ${answer.status}: ${await answer.text()}`);
  return answer.json();
}
