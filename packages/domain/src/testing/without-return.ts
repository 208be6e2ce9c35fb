import { createReturn, readOrder } from "@kept/shopify";
import { issueCredit } from "../issuance/issue-credit.ts";
import { legsOfReturn } from "../issuance/legs.ts";
import { approveReturn, readReturn } from "../return/index.ts";
import type { ResolutionKind } from "../return/return.ts";
import { askForReturn, value } from "./ask.ts";
import type { TestWorld } from "./world.ts";

/** Orders of a shirt at 20.00 and a tote at 5.00: staff take both into a return of their own. */
export function pairOrders(first: number, count: number) {
  const lines = [
    { title: "Linen shirt", price: "20.00", quantity: 1 },
    { title: "Tote", price: "5.00", quantity: 1 },
  ];
  return Array.from({ length: count }, (_, i) => ({ name: `#${first + i}`, lines }));
}

/** Ada asks for the shirt; before Kept can tell Shopify, staff have opened a return with it, so that Shopify takes no other. */
export async function askWhereShopifyRefuses(world: TestWorld, order: string, resolution?: ResolutionKind) {
  const asked = await askForReturn(world, { order, ...(resolution && { resolution }) });
  const detail = await readReturn(world.owner, asked.number);
  await takeAllByHand(world, asked.quote.orderId);
  if (!detail) throw new Error("The return is not there");
  return { ...asked, id: detail.id };
}

/** Staff open a return in Shopify with everything of an order: from then on Shopify takes no other. */
export async function takeAllByHand(world: TestWorld, orderId: string): Promise<void> {
  const admin = await world.owner.admin();
  const found = await readOrder(admin, orderId);
  const lines = (found?.lines ?? []).flatMap(({ returnable }) =>
    returnable.map(({ fulfillmentLineItemId }) => ({
      fulfillmentLineItemId,
      quantity: 1,
      reasonDefinitionId: "gid://shopify/ReturnReasonDefinition/1",
    })),
  );
  const made = await createReturn(admin, { orderId, lines });
  if (made.kind !== "done") throw new Error(`Staff could not: ${JSON.stringify(made)}`);
}

/** The same, approved and on its way as a refund of the order: nothing has been sent yet. */
export async function startRefunding(world: TestWorld, order: string, resolution?: ResolutionKind) {
  const { number, id, returnKey } = await askWhereShopifyRefuses(world, order, resolution);
  value(await approveReturn(world.owner, { number, withoutReturn: true }));
  value(await issueCredit(world.owner, { number }));
  const [base] = await world.owner.inShop((tx) => legsOfReturn(tx, world.owner, id));
  if (!base) throw new Error("Not issued");
  return { number, returnKey, base };
}
