/** A top-level error that Shopify answers with a code; the field it happened in becomes null. */
export class Refusal extends Error {
  readonly code: string;
  readonly extra: Record<string, unknown>;

  constructor(message: string, code: string, extra: Record<string, unknown> = {}) {
    super(message);
    this.code = code;
    this.extra = extra;
  }
}

export class BadRequest extends Refusal {
  constructor(message: string) {
    super(message, "BAD_REQUEST");
  }
}

/** One entry of a payload's `userErrors`. */
export interface UserError {
  field: string[] | null;
  message: string;
  code?: string | null;
}

export function userError(field: string[] | null, message: string, code: string | null = null): UserError {
  return { field, message, code };
}
