import { AsyncLocalStorage } from "node:async_hooks";

/**
 * One question of a browser and what the pages want answered with it. server.ts opens it around Next; without a
 * script in the browser there is no other way to hand a refused form from its action to the page that shows it again.
 */
export interface Exchange {
  readonly requestId: string;
  /** The page's own path, without a query. */
  readonly path: string;
  /** "?order=…", or nothing. */
  readonly query: string;
  /** Where the caller speaks from, as far as it can be believed. */
  readonly address: string;
  readonly nonce: string;
  /** The status to answer with, when a page knows better than 200. */
  status: number | null;
  refused: RefusedForm | null;
  /** The refused form, sealed to travel back to its page. */
  sealed: string | null;
}

/** A form that was not accepted: everything typed, and what is wrong with which field ("" is the form itself). */
export interface RefusedForm {
  readonly form:
    | "find"
    | "code"
    | "orders"
    | "items"
    | "refund"
    | "review"
    | "cancel"
    | "switch"
    | "parcel"
    | "message";
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** Next's bundle and server.ts each load this file; both must hold the same store. */
const place = globalThis as { keptExchanges?: AsyncLocalStorage<Exchange> };
place.keptExchanges ??= new AsyncLocalStorage<Exchange>();
export const exchanges: AsyncLocalStorage<Exchange> = place.keptExchanges;

/** Throws when a page is served by anything but server.ts. */
export function exchange(): Exchange {
  const current = exchanges.getStore();
  if (!current) throw new Error("The portal's pages are served by server.ts only");
  return current;
}

export function refusedForm(form: RefusedForm["form"]): RefusedForm | null {
  const { refused } = exchange();
  return refused?.form === form ? refused : null;
}

export function answerWith(status: number): void {
  exchange().status = status;
}
