export interface HeaderFacts {
  readonly nonce: string;
  /** The stand-in's origin, whose pictures may be shown; undefined in production. */
  readonly pictures: string | undefined;
  readonly https: boolean;
  /** The answer is a customer's picture and no page. */
  readonly photo: boolean;
}

/** The only scripts are files of our own; the only inline style is the one written with this answer's nonce. */
export function securityHeaders({ nonce, pictures, https, photo }: HeaderFacts): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' https:${pictures ? ` ${pictures}` : ""}`,
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ];
  if (https) policy.push("upgrade-insecure-requests");
  return {
    "content-security-policy": photo ? "default-src 'none'; sandbox" : policy.join("; "),
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "x-robots-tag": "noindex, nofollow",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), browsing-topics=()",
    ...(https && { "strict-transport-security": "max-age=31536000" }),
  };
}
