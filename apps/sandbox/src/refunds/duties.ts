import { idIn } from "../graphql/gid.ts";
import type { Order } from "../orders/order.ts";
import type { Refund } from "./refund.ts";

export interface DutyWish {
  dutyId: string;
  refundType?: "FULL" | "PROPORTIONAL" | null;
}

/** The duties to give back. Proportional ones are given back in full too: no recording shows what they go by. */
export function dutiesBack(order: Order, wishes: readonly DutyWish[]): Refund["duties"] {
  const given = new Set(order.refunds.flatMap((refund) => refund.duties.map((duty) => duty.dutyId)));
  return wishes.flatMap((wish) => {
    const id = idIn(wish.dutyId, "Duty");
    const duty = order.lines.flatMap((line) => line.duties).find((entry) => entry.id === id);
    return duty && !given.has(duty.id) ? [{ dutyId: duty.id, amount: duty.amount }] : [];
  });
}
