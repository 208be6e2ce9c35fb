const pattern = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/;

/** Strict on purpose: tokens and money go to this host. No port, no path, no capitals, no other domain. */
export function isShopDomain(text: string): boolean {
  return text.length <= 255 && pattern.test(text);
}

/** "bloom" of "bloom.myshopify.com". Throws a RangeError for anything that is not a shop's domain. */
export function shopHandle(domain: string): string {
  if (!isShopDomain(domain)) throw new RangeError(`Not a shop: ${JSON.stringify(domain.slice(0, 80))}`);
  return domain.slice(0, -".myshopify.com".length);
}
