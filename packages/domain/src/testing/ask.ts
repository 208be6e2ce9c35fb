import { tables } from "@kept/database";
import type { Quote } from "../quote/index.ts";
import {
  chooseItems,
  findOrderToReturn,
  quoteDraft,
  readDraft,
  readReturnByKey,
  sendReturn,
} from "../return/index.ts";
import type { ResolutionKind } from "../return/return.ts";
import { acrossAllShops } from "../tools.ts";
import { ada } from "./cast.ts";
import type { TestWorld } from "./world.ts";

/** Ada asks to send back one unit of the first `lines` lines of an order. Answers what she was promised. */
export async function askForReturn(
  { customer }: Pick<TestWorld, "customer">,
  input: { order: string; email?: string; lines?: number; units?: number; resolution?: ResolutionKind },
): Promise<{ number: number; returnKey: string; key: string; quote: Quote; fingerprint: string }> {
  const { order, lines = 1, units = 1, resolution = "store_credit" } = input;
  // One Ada returns more here than customers ever do; how often one may try is told elsewhere.
  await acrossAllShops(customer.tools, (tx) => tx.delete(tables.rateLimits));
  const found = value(
    await findOrderToReturn(customer, {
      orderName: order,
      email: input.email ?? ada.email,
      locale: "en",
      address: "192.0.2.1",
    }),
  );
  const draft = value(await readDraft(customer, found.key));
  const items = draft.items
    .filter((item) => item.returnable)
    .slice(0, lines)
    .map((item) => ({
      fulfillmentLineItemId: item.fulfillmentLineItemId ?? "",
      quantity: units,
      reason: draft.reasons[0]?.code ?? "",
    }));
  value(await chooseItems(customer, { key: found.key, items }));
  const { offers } = value(await quoteDraft(customer, found.key));
  const offer = offers.find((each) => each.resolution === resolution);
  if (!offer) throw new Error(`${resolution} is not offered`);
  const { fingerprint, quote } = offer;
  const { returnKey } = value(await sendReturn(customer, { key: found.key, resolution, fingerprint }));
  const status = await readReturnByKey(customer, returnKey);
  return { number: Number(status?.number.slice(2)), returnKey, key: found.key, quote, fingerprint };
}

/** The value of something that must have gone well. */
export function value<T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T {
  if (!result.ok)
    throw new Error(
      `Refused: ${JSON.stringify(result.error, (_, part) => (typeof part === "bigint" ? `${part}` : part))}`,
    );
  return result.value;
}
