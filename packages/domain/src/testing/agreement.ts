import { randomBytes } from "node:crypto";
import {
  add,
  equal,
  type Money,
  max,
  min,
  money,
  percentage,
  subtract,
  sum,
  toDecimal,
  zero,
} from "@kept/money";
import { type Admin, connectShopify, type Order, readOrder, requiredScopes } from "@kept/shopify";
import { z } from "zod";
import { defaultPolicy, type Policy } from "../policy/index.ts";
import { explain, type Quote, quote, strangerFacts } from "../quote/index.ts";
import { anyDescribedOrder } from "./any-described-order.ts";
import { ada } from "./cast.ts";
import { Dice } from "./dice.ts";
import { type Chosen, type NewReturn, parcelsOf, suggestionOf } from "./shopifys-suggestion.ts";

/** One return on which Kept and Shopify disagree, with everything it takes to see why. */
export interface Difference {
  readonly ours: Money;
  readonly shopify: Money;
  readonly order: object;
  readonly selection: readonly Chosen[];
  readonly fees: NewReturn;
  readonly rows: readonly string[];
}

/**
 * The two rules by which Kept's promise may part from Shopify's figure (ADR 13): `sequence`, units of the line wait in
 * another return that nobody has paid, which Kept counts before these and Shopify after; `fee_rounding`, a restocking
 * fee that continues an earlier one or is one row for several parcels, which Shopify rounds parcel by parcel.
 */
export type Rule = "sequence" | "fee_rounding";

export interface Agreement {
  /** Returns promised at Shopify's figure, to the minor unit. */
  readonly equal: number;
  /** Returns that part from it, by the rule that makes them, each to the minor unit what the rule says. */
  readonly byRule: Readonly<Record<Rule, number>>;
  /** Orders of which nothing can come back. */
  readonly passedOver: number;
  /** What must not be: a sum no rule explains. */
  readonly differences: readonly Difference[];
}

/**
 * Loads generated orders into the stand-in, quotes a chance selection of each, and then opens that very return there,
 * with the same fees, and asks what Shopify would refund. The two sums share no code. Every return is counted a second
 * time in Shopify's sequence, its fees rounded parcel by parcel: that sum must always be Shopify's. Goes on until
 * `orders` promises were equal. Calls `say` now and then.
 */
export async function agree(input: {
  standIn: string;
  seed: number;
  orders: number;
  say?: (line: string) => void;
}): Promise<Agreement> {
  const dice = new Dice(input.seed);
  const differences: Difference[] = [];
  const byRule = { sequence: 0, fee_rounding: 0 };
  const count = { equal: 0, passedOver: 0 };
  while (count.equal < input.orders) {
    const shop = await openShop(input.standIn, dice);
    for (const placed of shop.orders) {
      const compared = await compare(shop.admin, placed, new Dice(dice.number(0, 2 ** 31)));
      if (compared === null) count.passedOver += 1;
      else if (compared === "equal") count.equal += 1;
      else if (typeof compared === "string") byRule[compared] += 1;
      else differences.push(compared);
    }
    const apart = byRule.sequence + byRule.fee_rounding;
    input.say?.(`${count.equal} equal, ${apart} apart by a rule, ${differences.length} differences`);
  }
  return { ...count, byRule, differences };
}

/** As many as the stand-in loads in one go. */
const ordersPerShop = 100;

interface Placed {
  readonly description: object;
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
      orders: described,
    }),
  );
  const installed = z
    .object({ accessToken: z.string() })
    .parse(await post(standIn, "/control/installations", { shop: domain, scopes: requiredScopes }));
  const shopify = connectShopify({ apiKey: "kept-local", apiSecret: "shpss_kept_local", baseUrl: standIn });
  const admin = shopify.admin({ shop: domain, ...installed, patience: { readDeadlineMs: 120_000 } });
  const orders = loaded.orders.flatMap(({ id }, index) => {
    const description = described[index];
    return description ? [{ description, id }] : [];
  });
  return { admin, orders };
}

async function compare(
  admin: Admin,
  placed: Placed,
  dice: Dice,
): Promise<Difference | Rule | "equal" | null> {
  const order = await readOrder(admin, placed.id);
  if (!order) throw new Error(`${placed.id} was loaded and is not there`);
  const selection = anySelection(dice, order);
  if (selection.length === 0) return null;
  const fees = anyFees(dice, order.currency);
  const made = quoteOf(order, selection, fees);
  const ours = made.totals.base;
  const shopify = await suggestionOf(admin, order, selection, fees);
  const asPaid = countedAsPaid(order);
  const sequenced = quoteOf(asPaid, selection, fees).totals.base;
  if (equal(byParcel(asPaid, selection, fees), shopify)) {
    if (equal(ours, shopify)) return "equal";
    return equal(sequenced, shopify) ? "sequence" : "fee_rounding";
  }
  const rows = explain(made, "en").map(({ text, amount }) => `${text}: ${amount}`);
  return { ours, shopify, order: placed.description, selection, fees, rows };
}

/** The order as Shopify counts it: only what was refunded is gone, whatever else waits. */
function countedAsPaid(order: Order): Order {
  const lines = order.lines.map((line) => ({ ...line, goneQuantity: line.refundedQuantity }));
  return { ...order, lines };
}

/** The base with each restocking fee rounded parcel by parcel, as Shopify takes it from each line of its return. */
function byParcel(order: Order, selection: readonly Chosen[], fees: NewReturn): Money {
  const free = quoteOf(order, selection, { restockingPercent: null, returnFee: null });
  const basisPoints = (fees.restockingPercent ?? 0) * 100;
  const restocking = itemsByParcel(order, selection).map((items) => percentage(items, basisPoints));
  const fee = sum([...restocking, ...(fees.returnFee ? [fees.returnFee] : [])], order.currency);
  const { items, tax } = free.totals;
  const goods = order.taxesIncluded ? items : add(items, tax);
  return min(max(subtract(goods, fee), zero(order.currency)), order.refundable);
}

/** What each parcel's units of each line are worth, one after the other. */
function itemsByParcel(order: Order, selection: readonly Chosen[]): Money[] {
  return selection.flatMap((chosen) => {
    let from = order;
    return parcelsOf(order, chosen).map(({ quantity }) => {
      const { lineItemId } = chosen;
      const worth = quoteOf(from, [{ lineItemId, quantity }], { restockingPercent: null, returnFee: null });
      const lines = from.lines.map((line) =>
        line.id === lineItemId ? { ...line, goneQuantity: line.goneQuantity + quantity } : line,
      );
      from = { ...from, lines };
      return worth.totals.items;
    });
  });
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
