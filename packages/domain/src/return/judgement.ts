import type { Transaction } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { type Approval, approval } from "../policy/index.ts";
import { policyVersion } from "../policy/versions.ts";
import { askedOf } from "../quote/index.ts";
import { quoteFactsFromJson } from "./quote-facts.ts";
import { linesOf, quoteById } from "./records.ts";
import { selectionOf } from "./requote.ts";
import type { ReturnRecord } from "./return.ts";

/** What the rules about approving say to a request: by its own policy version, and the facts of its quote. */
export async function judgement(tx: Transaction, ctx: ShopContext, record: ReturnRecord): Promise<Approval> {
  const { policy } = await policyVersion(tx, ctx, record.policyVersion);
  const { order, customer } = quoteFactsFromJson(record.quoteFacts);
  const { at } = await quoteById(tx, ctx, record.quoteId);
  const lines = await linesOf(tx, ctx, record.id);
  const selection = selectionOf(lines.map((line) => ({ ...line, units: line.quantity })));
  return approval(policy, askedOf({ order, selection, customer, at }));
}
