import type { tables } from "@kept/database";
import type { ShopContext } from "../context.ts";

export type DomainRecord = typeof tables.portalDomains.$inferSelect;

/** Where a shop's customers find its portal. */
export interface PortalAddress {
  /** Always: https://returns.kept.example/bloom */
  readonly path: string;
  /** With a wildcard record for the portal's host: https://bloom.returns.kept.example */
  readonly subdomain: string;
  readonly own: OwnDomain | null;
}

/** A domain of the shop's own, and what its DNS must say before it opens. */
export interface OwnDomain {
  readonly domain: string;
  readonly verified: boolean;
  readonly checkedAt: Date | null;
  readonly records: readonly DnsRecord[];
}

export interface DnsRecord {
  readonly type: "TXT" | "CNAME";
  readonly name: string;
  readonly value: string;
}

/** Looks a name up in DNS: its texts, or the names it stands for. Empty when there are none. */
export interface Dns {
  txt(name: string): Promise<readonly string[]>;
  cname(name: string): Promise<readonly string[]>;
}

/** One of these says that the domain is the shop's; the CNAME also leads its visitors here. */
export function recordsOf(
  ctx: ShopContext,
  { domain, token }: Pick<DomainRecord, "domain" | "token">,
): DnsRecord[] {
  return [
    { type: "CNAME", name: domain, value: subdomainOf(ctx) },
    { type: "TXT", name: `_kept.${domain}`, value: `kept-portal=${token}` },
  ];
}

export function subdomainOf({ shop, tools }: ShopContext): string {
  return `${shop.handle}.${new URL(tools.settings.portalUrl).hostname}`;
}

/** A host name as DNS writes it, or null: no address, no port, no path, and none of our own. */
export function hostIn(text: string, portalUrl: string): string | null {
  const bare = text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/\/.*$/, "")
    .replace(/\.$/, "");
  if (!URL.canParse(`https://${bare}`)) return null;
  const { hostname, host } = new URL(`https://${bare}`);
  const ours = new URL(portalUrl).hostname;
  if (host !== hostname || hostname.length > 253 || hostname === ours || hostname.endsWith(`.${ours}`))
    return null;
  return /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/.test(hostname) ? hostname : null;
}
