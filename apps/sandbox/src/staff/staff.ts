import type { Issuer } from "../store-credit/account.ts";

/** Who did it when a person did it on one of the pages. */
export const staff: Issuer = { kind: "staff", name: "Staff, by hand", requestId: null };

/** Why it was not done, in a sentence for whoever asked. */
export interface Refused {
  refused: string;
}
