import { isIPv6 } from "node:net";

/**
 * Whose tries are counted together: everybody behind one IPv4 address, and everybody in one IPv6 network of 64 bits, of
 * which each customer of a provider has a whole one to choose addresses from. What is no address stands for itself.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/%.*$/, "");
  if (!isIPv6(plain) || /^::ffff:/i.test(plain)) return address;
  const [head = "", tail] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split("::");
  const groups = (text: string) => text.split(":").filter((group) => group !== "");
  const [first, last] = [groups(head), groups(tail ?? "")];
  const all = [...first, ...Array<string>(8 - first.length - last.length).fill("0"), ...last];
  return `${all.slice(0, 4).join(":")}::/64`;
}
