/**
 * A read could not be had in time. Nothing is lost: reading again later is always safe. Known by its name: a web build
 * holds this file more than once, and the one that throws may not be the one that looks.
 */
export class ShopifyUnavailable extends Error {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === "ShopifyUnavailable";
  }

  override readonly name = "ShopifyUnavailable";
  readonly reason: UnavailableReason;
  readonly requestId: string | null;

  constructor(reason: UnavailableReason, detail: string, requestId: string | null = null) {
    super(`Shopify cannot be read (${reason}): ${detail}`);
    this.reason = reason;
    this.requestId = requestId;
  }
}

export type UnavailableReason =
  | "throttled"
  | "unauthorized"
  | "payment_required"
  | "forbidden"
  | "not_found"
  | "locked"
  | "unreachable"
  | "access_denied"
  | "too_slow"
  | "server_error"
  /** Shopify answered, but not in the shape its schema promises. */
  | "not_understood";
