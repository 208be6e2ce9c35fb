import { ShopifyUnavailable } from "../admin/unavailable.ts";
import { type Granted, toGranted } from "./install.ts";
import { type LibrarySettings, library } from "./library.ts";

/**
 * Renews an expiring token. The refresh token changes with it: write the new one down before using the new access
 * token, and never renew for one shop in two places at once. `null` when Shopify does not accept the refresh token any
 * more: the merchant has to install again. Throws ShopifyUnavailable when there is no answer.
 */
export async function renewToken(
  settings: LibrarySettings,
  input: { readonly shop: string; readonly refreshToken: string },
): Promise<Granted | null> {
  const { auth } = await library(settings, "https://renewal.invalid");
  const { HttpResponseError } = await import("@shopify/shopify-api");
  try {
    const { session } = await auth.refreshToken(input);
    return toGranted(session);
  } catch (error) {
    if (error instanceof HttpResponseError && (error.response.code === 400 || error.response.code === 401))
      return null;
    throw new ShopifyUnavailable("unreachable", "the token could not be renewed");
  }
}
