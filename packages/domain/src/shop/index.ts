export { complianceTopics, requiredScopes, webhookTopics } from "@kept/shopify";
export { checkShop, missingScopes, type Readiness } from "./check-shop.ts";
export { connectShop } from "./connect-shop.ts";
export {
  customerContext,
  type MemberContext,
  memberContext,
  shopifyContext,
  workerContext,
} from "./find-shop.ts";
export { NotInstalled } from "./installation.ts";
export { restockPlaces } from "./restock-places.ts";
export type { Brand, Shop } from "./shop.ts";
export { noteUninstalled } from "./uninstall.ts";
