import { AsyncLocalStorage } from "node:async_hooks";

/**
 * One question of a browser and what the pages want answered with it. server.ts opens it around Next; without a
 * script in the browser there is no other way to hand a refused form from its action to the page that shows it again.
 */
export interface Exchange {
  readonly requestId: string;
  /** Where the caller speaks from, as far as it can be believed. */
  readonly address: string;
  readonly nonce: string;
  /** The status to answer with, when a page knows better than 200. */
  status: number | null;
  refused: RefusedForm | null;
}

/** A form that was not accepted: everything typed, and what is wrong with which field ("" is the form itself). */
export interface RefusedForm {
  readonly form: "find" | "items" | "refund" | "review" | "cancel";
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

/** Keeps what was typed for the page that is rendered next, in the same answer. */
export function refuseForm(
  form: RefusedForm["form"],
  problems: Record<string, string>,
  typed: FormData | Record<string, string> = {},
  facts: Record<string, string | number> = {},
): void {
  const values = typed instanceof FormData ? typedIn(typed) : typed;
  const current = exchange();
  current.refused = { form, problems, typed: values, facts };
  current.status = 422;
}

export function refusedForm(form: RefusedForm["form"]): RefusedForm | null {
  const { refused } = exchange();
  return refused?.form === form ? refused : null;
}

export function answerWith(status: number): void {
  exchange().status = status;
}

/** What a person typed; React's own hidden fields stay out of it. */
function typedIn(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === "string" && !name.startsWith("$ACTION")) typed[name] = value;
  }
  return typed;
}
