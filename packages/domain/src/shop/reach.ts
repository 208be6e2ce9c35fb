import { ShopifyUnavailable } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { NotInstalled } from "./installation.ts";

/**
 * Runs something that reads Shopify. Null when Shopify (or the way to it) is down, slow past its time-out, or the app
 * is not installed: the caller says so and loses nothing. The reason is in the log, never on the page. What passes by
 * itself is answered with `meanwhile`, where there is one.
 */
export async function unlessUnreachable<T>(
  ctx: ShopContext,
  read: () => Promise<T>,
  meanwhile?: T | null,
): Promise<{ value: T } | null> {
  try {
    return { value: await read() };
  } catch (error) {
    if (!(error instanceof ShopifyUnavailable || error instanceof NotInstalled)) throw error;
    ctx.log.warn({ err: error }, "Shopify could not be read");
    return meanwhile && passes(error) ? { value: meanwhile } : null;
  }
}

/** A Shopify that is slow, busy or away comes back; one that does not let us in waits for a person. */
function passes(error: ShopifyUnavailable | NotInstalled): boolean {
  return error instanceof ShopifyUnavailable && passing.has(error.reason);
}

const passing: ReadonlySet<string> = new Set(["throttled", "too_slow", "unreachable", "server_error"]);
