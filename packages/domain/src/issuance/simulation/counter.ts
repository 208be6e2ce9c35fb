import type { Answer } from "@kept/shopify";
import type { Landed } from "../method.ts";
import { bonusTagCarrier } from "../tag.ts";
import type { SimulatedShopify } from "./shopify.ts";
import type { Effect, World } from "./worker.ts";

type Sent = Extract<Effect, { wait: "send" }>;
type Heard = Answer<Landed | "look">;

/** Where requests are taken and carried out, each by its own rules. */
export class Counter {
  readonly #shopify: SimulatedShopify;
  readonly #world: World;

  constructor(shopify: SimulatedShopify, world: World) {
    this.#shopify = shopify;
    this.#world = world;
  }

  /** Only where there are keys: a request that is known is answered with what it led to, and not carried out again. */
  take({ leg, key }: Sent, spend: boolean): "open" | Heard {
    if (leg.method !== "refund_create") return "open";
    const known = this.#shopify.orders.arrive(key);
    if (known === "new") {
      if (spend) this.#shopify.orders.fail(key);
      return "open";
    }
    if (known === "running") return { kind: "unknown", reason: "in_progress" };
    if (known === "failed") return { kind: "unknown", reason: "previous_attempt_failed" };
    return { kind: "done", value: "look", requestId: null };
  }

  execute({ leg, tag, key }: Sent): Heard {
    const { accounts, orders } = this.#shopify;
    const { customerGid } = leg.request as { customerGid: string };
    switch (leg.method) {
      case "return_process":
        return orders.processReturn(leg, tag, "kept") === "done" ? seen : refused("INVALID");
      case "refund_create":
        return orders.createRefund(leg, key, tag) === "done" ? seen : refused("OVER_REFUND");
      case "credit_account": {
        const { apiVersion, mutant } = this.#world;
        const carried =
          mutant === "random_tag"
            ? { expiresAt: new Date(tag) }
            : bonusTagCarrier(apiVersion, leg.expiresOn).fields(tag);
        return landed(
          accounts.credit(customerGid, leg.amountMinor, { leg: leg.id, event: "ADJUSTMENT", ...carried }),
        );
      }
      case "debit_account": {
        const note = tag.startsWith("kept:") ? { note: tag } : {};
        const taken = accounts.debit(customerGid, leg.amountMinor, { leg: leg.id, ...note });
        return taken ? landed(taken) : refused("INSUFFICIENT_FUNDS");
      }
    }
  }
}

const seen: Heard = { kind: "done", value: "look", requestId: null };

function refused(code: string): Heard {
  return { kind: "refused", code, message: "", field: null, requestId: null };
}

function landed(transactionGid: string): Heard {
  return {
    kind: "done",
    value: { transactionGid, refundGid: null, accountGid: null, balance: null },
    requestId: null,
  };
}
