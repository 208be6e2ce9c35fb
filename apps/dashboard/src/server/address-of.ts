/**
 * From where somebody asks: what the outermost of our own proxies saw. Whatever stands before it in the header was
 * written by whoever asks. Null without a proxy, and for what is no address.
 */
export function addressOf(forwarded: string | null, hops: number): string | null {
  if (hops === 0) return null;
  const seen = forwarded?.split(",").at(-hops)?.trim() ?? "";
  return /^[0-9a-f.:]{3,45}$/i.test(seen) ? seen : null;
}
