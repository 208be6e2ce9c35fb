import type { Quote } from "../quote/index.ts";
import {
  chooseItems,
  draftOfOrder,
  quoteDraft,
  readDraft,
  readReturnByKey,
  sendReturn,
} from "../return/index.ts";
import type { ResolutionKind } from "../return/return.ts";
import { ada } from "./cast.ts";
import type { TestWorld } from "./world.ts";

interface Asking {
  readonly order: string;
  readonly email?: string;
  readonly lines?: number;
  readonly units?: number;
  readonly resolution?: ResolutionKind;
}

/** Ada asks to send back one unit of the first `lines` lines of an order. Answers what she was promised. */
export async function askForReturn(
  { customer }: Pick<TestWorld, "customer">,
  input: Asking,
): Promise<{ number: number; returnKey: string; key: string; quote: Quote; fingerprint: string }> {
  const { quote, ...ready } = await readyToSend({ customer }, input);
  const { returnKey } = value(await sendReturn(customer, ready));
  const status = await readReturnByKey(customer, returnKey);
  const { key, fingerprint } = ready;
  return { number: Number(status?.number.slice(2)), returnKey, key, quote, fingerprint };
}

/** The same without the last press: what it would send, and what was shown. */
export async function readyToSend({ customer }: Pick<TestWorld, "customer">, input: Asking) {
  const { order, lines = 1, units = 1, resolution = "store_credit" } = input;
  const found = await openDraftOf({ customer }, { order, email: input.email ?? ada.email });
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
  return { key: found.key, resolution, fingerprint, quote };
}

/** A draft of an order, without the way there: how a customer proves who they are is told in `lookup`. */
export async function openDraftOf(
  { customer }: Pick<TestWorld, "customer">,
  input: { order: string; email?: string },
) {
  const system = { ...customer, actor: { kind: "system", name: "automation" } as const };
  const { order: orderName, email = ada.email } = input;
  return value(await draftOfOrder(system, { orderName, email, locale: "en" }));
}

/** The value of something that must have gone well. */
export function value<T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T {
  if (!result.ok)
    throw new Error(
      `Refused: ${JSON.stringify(result.error, (_, part) => (typeof part === "bigint" ? `${part}` : part))}`,
    );
  return result.value;
}
