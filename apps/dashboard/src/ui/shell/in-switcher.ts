import type { shopsOf } from "@kept/domain";
import type { SwitcherShop } from "./shop-switcher.tsx";

type Reached = Awaited<ReturnType<typeof shopsOf>>[number];

/** How many returns of a shop wait for somebody: one number wherever it is said. */
export function waitingIn({ waiting, toIssue, inReview }: Reached): number {
  return waiting + toIssue + inReview;
}

/** A shop as the switcher lists it. */
export function switcherShop(shop: Reached): SwitcherShop {
  const { handle, name, organization } = shop;
  return { handle, name, organization, waiting: waitingIn(shop) };
}
