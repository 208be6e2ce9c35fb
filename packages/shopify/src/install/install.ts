import type { Session } from "@shopify/shopify-api";
import { isShopDomain } from "../shop-domain.ts";
import { type LibrarySettings, library } from "./library.ts";

/** What a merchant's consent gives us. The tokens are secrets: seal them before they are written anywhere. */
export interface Granted {
  readonly shop: string;
  readonly accessToken: string;
  readonly scopes: readonly string[];
  /** Null for tokens that never expire (custom apps). */
  readonly expiresAt: Date | null;
  readonly refreshToken: string | null;
  readonly refreshExpiresAt: Date | null;
}

export interface BeginInstall {
  readonly shop: string;
  /** Public origin of the app: "https://dashboard.kept.example". */
  readonly appUrl: string;
  /** "/shopify/callback"; it must be registered with Shopify. */
  readonly callbackPath: string;
}

export type FinishInstall =
  | { readonly ok: true; readonly granted: Granted; readonly cookies: readonly string[] }
  /** `not_asked`: no or another state, the cookie is gone or too old. `not_from_shopify`: the signature is wrong. */
  | { readonly ok: false; readonly reason: "not_asked" | "not_from_shopify" | "refused_by_shopify" };

export interface Install {
  /**
   * Sends the merchant to Shopify to consent. The answer is a redirect with a cookie that ties the way back to this
   * browser; robots get 410. Throws a RangeError when `shop` is not a shop's domain.
   */
  begin(request: Request, input: BeginInstall): Promise<Response>;
  /** Checks the way back (state, signature, shop) and exchanges its code for tokens that expire and can be renewed. */
  finish(request: Request, input: { readonly appUrl: string }): Promise<FinishInstall>;
  /** Whether a request that opens the app was signed by Shopify. */
  opened(url: URL, input: { readonly appUrl: string }): Promise<boolean>;
}

export function installWith(settings: LibrarySettings): Install {
  return {
    async begin(request, { shop, appUrl, callbackPath }) {
      if (!isShopDomain(shop)) throw new RangeError("Not a shop");
      const { auth } = await library(settings, appUrl);
      const response: Response = await auth.begin({
        shop,
        callbackPath,
        isOnline: false,
        rawRequest: request,
      });
      const location = response.headers.get("location");
      if (!location) return response;
      const headers = new Headers(response.headers);
      headers.delete("set-cookie");
      for (const cookie of response.headers.getSetCookie()) headers.append("set-cookie", patient(cookie));
      if (settings.local) headers.set("location", settings.local(location));
      return new Response(null, { status: response.status, headers });
    },
    async finish(request, { appUrl }) {
      if (!isShopDomain(new URL(request.url).searchParams.get("shop") ?? "")) {
        return { ok: false, reason: "not_from_shopify" };
      }
      const { auth } = await library(settings, appUrl);
      const { CookieNotFound, HttpResponseError, InvalidOAuthError } = await import("@shopify/shopify-api");
      try {
        const { session, headers } = await auth.callback<Headers>({ rawRequest: request, expiring: true });
        return { ok: true, granted: toGranted(session), cookies: ours(headers) };
      } catch (error) {
        if (error instanceof CookieNotFound) return { ok: false, reason: "not_asked" };
        if (error instanceof InvalidOAuthError) return { ok: false, reason: "not_from_shopify" };
        if (error instanceof HttpResponseError) return { ok: false, reason: "refused_by_shopify" };
        throw error;
      }
    },
    async opened(url, { appUrl }) {
      if (!isShopDomain(url.searchParams.get("shop") ?? "")) return false;
      const { utils } = await library(settings, appUrl);
      return utils.validateHmac(Object.fromEntries(url.searchParams)).catch(() => false);
    },
  };
}

export function toGranted(session: Session): Granted {
  if (!session.accessToken) throw new Error("Shopify gave no token");
  return {
    shop: session.shop,
    accessToken: session.accessToken,
    scopes: (session.scope ?? "").split(",").filter((scope) => scope !== ""),
    expiresAt: session.expires ?? null,
    refreshToken: session.refreshToken ?? null,
    refreshExpiresAt: session.refreshTokenExpires ?? null,
  };
}

/** The library gives people a minute to read what they consent to. How long a state is good is for us to say. */
function patient(cookie: string): string {
  return cookie.replace(/expires=[^;]+/i, `expires=${new Date(Date.now() + consentMs).toUTCString()}`);
}

/** How long a merchant may take to consent. */
export const consentMs = 15 * 60_000;

/** The library would keep a session of its own in the browser; ours is the dashboard's. */
function ours(headers: Headers): string[] {
  return headers.getSetCookie().filter((cookie) => !cookie.startsWith("shopify_app_session"));
}
