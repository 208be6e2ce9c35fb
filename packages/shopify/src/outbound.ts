import { isShopDomain } from "./shop-domain.ts";

/** Thrown before anything leaves: the address is not one that Kept has business with. */
export class NotAllowedOut extends Error {
  override readonly name = "NotAllowedOut";
}

/** Whether Kept has business with an address. */
export type Way = (url: string) => boolean;

/** Allowed hosts, over TLS, on its own port, with no credentials in the address. */
export function wayTo(allowed: (host: string) => boolean): Way {
  return (url) => {
    const { protocol, hostname, port, username, password } = new URL(url);
    return protocol === "https:" && !port && !username && !password && allowed(hostname);
  };
}

/** For addresses that a stand-in's answers name: its own, and no other. */
export function wayWithin(standIn: string): Way {
  const { origin } = new URL(standIn);
  return (url) => new URL(url).origin === origin;
}

/**
 * `fetch` for calls that carry our secret or a customer's code: where the way leads, and never on to where an answer
 * points. `local` says where a call goes instead where a stand-in is used; what is allowed is asked before.
 */
export function fetchAlong(way: Way, local: ((url: string) => string) | null = null): typeof fetch {
  return (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!way(url)) return Promise.reject(new NotAllowedOut(`${new URL(url).hostname} is nowhere Kept calls`));
    const place = local ? local(url) : url;
    const how = { ...init, redirect: "error" as const };
    return input instanceof Request ? fetch(new Request(place, input), how) : fetch(place, how);
  };
}

/** Where tokens are asked for: the shop itself. */
export const toShops = isShopDomain;

/**
 * Where a shop's customers sign in: the shop, Shopify's accounts for all shops, or the name that the shop gave its own,
 * as Shopify tells it. Names only: an address by number is nobody's accounts.
 */
export function toAccountsOf(domain: string, accountsUrl: string | null): (host: string) => boolean {
  const own = accountsUrl && URL.canParse(accountsUrl) ? new URL(accountsUrl).hostname : null;
  const named = own !== null && /^([a-z0-9-]+\.)+[a-z]{2,}$/.test(own) ? [own] : [];
  return (host) => [domain, "shopify.com", ...named].includes(host);
}
