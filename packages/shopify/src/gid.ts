/**
 * The number at the end of a global id: "gid://shopify/Customer/42" is 42n. Shopify's ids of one kind only grow,
 * so the greater number is the younger thing. Throws a RangeError for anything else.
 */
export function legacyId(gid: string): bigint {
  const found = /^gid:\/\/shopify\/[A-Za-z]+\/(\d{1,20})(?:\?.*)?$/.exec(gid);
  if (!found?.[1]) throw new RangeError(`Not a Shopify id: ${JSON.stringify(gid.slice(0, 80))}`);
  return BigInt(found[1]);
}

/** The last four digits, as people compare them: "4821" of gid://shopify/StoreCreditAccount/1217694821. */
export function lastDigits(gid: string): string {
  return legacyId(gid).toString().slice(-4).padStart(4, "0");
}
