import type { Shopify } from "@shopify/shopify-api";
import { fetchAlong, toShops, wayTo } from "../outbound.ts";
import { requiredScopes } from "../scopes.ts";

export interface LibrarySettings {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly apiVersion: string;
  /** Where the library's own calls go instead, where a stand-in is used. */
  readonly local: ((url: string) => string) | null;
}

/**
 * Shopify's own library, for what it is best at: OAuth. Loaded when somebody installs or a token is renewed, so that
 * the processes that only read and send never carry it. `appUrl` is the public origin of the app that is installed.
 */
export async function library(settings: LibrarySettings, appUrl: string): Promise<Shopify> {
  await import("@shopify/shopify-api/adapters/web-api");
  const { LogSeverity, shopifyApi } = await import("@shopify/shopify-api");
  const { setAbstractFetchFunc } = await import("@shopify/shopify-api/runtime");
  setAbstractFetchFunc(fetchAlong(wayTo(toShops), settings.local));
  const url = new URL(appUrl);
  return shopifyApi({
    apiKey: settings.apiKey,
    apiSecretKey: settings.apiSecret,
    // Shopify names its versions as the API does; the library's type lists the ones it was built with.
    apiVersion: settings.apiVersion as never,
    scopes: [...requiredScopes],
    hostName: url.host,
    hostScheme: url.protocol === "http:" ? "http" : "https",
    isEmbeddedApp: false,
    // What went wrong is said by what we return; the library would print states and shops.
    logger: { level: LogSeverity.Error, log: () => {} },
  });
}
