import { sealForm } from "./carried-form.ts";
import type { Exchange, RefusedForm } from "./exchange.ts";

/** A form was refused: what was typed goes back to its page, sealed where it is short enough to travel. */
export function carryBack(exchange: Exchange, linkKey: Buffer, refused: RefusedForm): void {
  exchange.refused = refused;
  exchange.status = 422;
  exchange.sealed = sealForm(linkKey, exchange.path, refused, new Date());
}

/** What a person typed; React's own hidden fields stay out of it. */
export function typedIn(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === "string" && !name.startsWith("$ACTION")) typed[name] = value;
  }
  return typed;
}
