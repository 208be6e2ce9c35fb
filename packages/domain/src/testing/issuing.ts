import { eq, tables } from "@kept/database";
import { issueCredit } from "../issuance/issue-credit.ts";
import { legsOfReturn } from "../issuance/legs.ts";
import { approveReturn, readReturn } from "../return/index.ts";
import { askForReturn, value } from "./ask.ts";
import type { TestWorld } from "./world.ts";

/** An order of Ada's: one shirt at 20.00. */
export function shirtOrders(first: number, count: number) {
  const lines = [{ title: "Linen shirt", price: "20.00", quantity: 1 }];
  return Array.from({ length: count }, (_, i) => ({ name: `#${first + i}`, lines }));
}

/** Ada's return of an order, approved and on its way to be credited: nothing has been sent yet. */
export async function startIssuing(world: TestWorld, order = "") {
  const { number } = await askForReturn(world, { order });
  value(await approveReturn(world.owner, { number }));
  value(await issueCredit(world.owner, { number }));
  const record = await readReturn(world.owner, number);
  const [base, bonus] = await world.owner.inShop((tx) => legsOfReturn(tx, world.owner, record?.id ?? ""));
  if (!record || !base || !bonus) throw new Error("Not issued");
  return { number, base: base.id, bonus: bonus.id, orderGid: base.orderGid };
}

/** The credit of a return in words: ["review", "base confirmed", "bonus human refused:…"]. */
export async function standingOf(world: TestWorld, number: number): Promise<string[]> {
  const detail = await readReturn(world.owner, number);
  const legs = detail?.credit?.legs.map((leg) => [leg.kind, leg.state, leg.reason].filter(Boolean).join(" "));
  return [detail?.creditState ?? "none", ...(legs ?? [])];
}

/** The customer behind an order, by Shopify's id. */
export async function customerOf(world: TestWorld, orderGid: string): Promise<string> {
  const { returns } = tables;
  const [row] = await world.owner.inShop((tx) =>
    tx.select({ gid: returns.customerGid }).from(returns).where(eq(returns.orderGid, orderGid)),
  );
  return row?.gid ?? "";
}
