export { changePortalSettings } from "./change-portal-settings.ts";
export {
  claimDomain,
  type DomainRefusal,
  handleAtHost,
  readPortalAddress,
  releaseDomain,
  verifyDomain,
} from "./own-domain.ts";
export type { DnsRecord, OwnDomain, PortalAddress } from "./portal-address.ts";
export { type PortalLinkFacts, portalLink, readPortalLink } from "./portal-link.ts";
