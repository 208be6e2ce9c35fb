import { isShopDomain } from "./shop-domain.ts";

/** Thrown before anything leaves: the address is not one that Kept has business with. */
export class NotAllowedOut extends Error {
  override readonly name = "NotAllowedOut";
}

/**
 * `fetch` for calls that carry our secret or a customer's code: to allowed hosts only, over TLS, and never on to where
 * an answer points. `local` says where a call goes instead where a stand-in is used; what is allowed is asked before.
 */
export function fetchOnlyTo(
  allowed: (host: string) => boolean,
  local: ((url: string) => string) | null,
): typeof fetch {
  return (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const { protocol, hostname, port, username, password } = new URL(url);
    if (protocol !== "https:" || port || username || password || !allowed(hostname))
      return Promise.reject(new NotAllowedOut(`${hostname} is nowhere Kept calls`));
    const place = local ? local(url) : url;
    const how = { ...init, redirect: "error" as const };
    return input instanceof Request ? fetch(new Request(place, input), how) : fetch(place, how);
  };
}

/** Where tokens are asked for: the shop itself. */
export const toShops = isShopDomain;
