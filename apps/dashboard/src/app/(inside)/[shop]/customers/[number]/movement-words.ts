import type { AccountMovement, CustomerDetail } from "@kept/domain";

type Letter = CustomerDetail["letters"][number];

/** What a movement on a customer's account was, and who made it as far as is known. */
export function sayMovement(movement: AccountMovement): { text: string; by: string } {
  const { kind, event, postedAs } = movement;
  if (postedAs === "base") return { text: "Refund", by: "Kept" };
  if (postedAs === "bonus") return { text: "Bonus", by: "Kept" };
  if (postedAs === "reversal") return { text: "Taken back", by: "Kept" };
  if (postedAs === null) return { text: "Being looked up", by: "Perhaps Kept" };
  if (kind === "expiration") return { text: "Expired", by: "Shopify" };
  if (kind === "debit_revert") return { text: "Came back from an order", by: "Shopify" };
  if (event === "ORDER_PAYMENT" || event === "TAX_FINALIZATION")
    return { text: "Spent on an order", by: "The customer" };
  if (event === "ORDER_REFUND" || event === "ORDER_CANCELLATION")
    return { text: "Refund made in Shopify", by: "Staff or another app" };
  return { text: kind === "debit" ? "Taken away" : "Given", by: "Staff or another app" };
}

/** How far a letter got; one that was not needed any more gave way to the next. */
export function letterState(letter: Pick<Letter, "state" | "delivery" | "reason">): string {
  const { state, delivery, reason } = letter;
  const kept = reason === "overtaken" ? "not sent: the next says it all" : "not sent: switched off";
  const words = delivery ?? (state === "switched_off" ? kept : state);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
