import { type NextRequest, NextResponse } from "next/server";
import { developing, env } from "./server/env.ts";
import { isWellFormed } from "./server/well-formed.ts";

/** Gives every request an id and every page a nonce. Who is asking is decided by pages and actions, never here. */
export async function proxy(request: NextRequest) {
  if (comesFromElsewhere(request)) return new NextResponse("Not from here", { status: 403 });
  if (namesNoAction(request)) return new NextResponse("Not found", { status: 404 });
  if (!isForPrograms(request) && !(await isWellFormed(request)))
    return new NextResponse("No page of ours asks like this", { status: 400 });
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-request-id", crypto.randomUUID());
  headers.set("x-path", request.nextUrl.pathname);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = {
  matcher: [{ source: "/((?!_next/static|_next/image|favicon.ico|icon.svg|healthz).*)" }],
};

/** Programs that sign or bring a key ask from anywhere; everything else that changes something is asked by our own pages. */
const forPrograms = ["/shopify/webhooks", "/resend/webhooks", "/api/v1/"];

function isForPrograms({ nextUrl }: NextRequest): boolean {
  return forPrograms.some((path) => nextUrl.pathname.startsWith(path));
}

function comesFromElsewhere(request: NextRequest): boolean {
  const { method, headers } = request;
  const origin = headers.get("origin");
  if (method === "GET" || method === "HEAD" || !origin || isForPrograms(request)) return false;
  return origin !== new URL(env().DASHBOARD_URL).origin;
}

/** An action is named by a hash; anything else in its place is nobody's page of ours. */
function namesNoAction({ headers }: NextRequest): boolean {
  const action = headers.get("next-action");
  return action !== null && !/^[0-9a-f]{40,64}$/.test(action);
}

/**
 * Style attributes carry widths of bars; nothing else inline is allowed. Pictures come from the shops'
 * own CDN; the one form that leaves goes to Shopify's consent page.
 */
function contentSecurityPolicy(nonce: string): string {
  const { KEPT_ENV, SHOPIFY_BASE_URL } = env();
  const standIn = SHOPIFY_BASE_URL ? ` ${SHOPIFY_BASE_URL}` : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ""}`,
    developing ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    `img-src 'self' data: https:${standIn}`,
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action 'self' https://*.myshopify.com https://admin.shopify.com${standIn}`,
    "frame-ancestors 'none'",
    ...(KEPT_ENV === "local" ? [] : ["upgrade-insecure-requests"]),
  ].join("; ");
}
