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
export { beginInstall, type FinishedInstall, finishInstall, openedByShopify } from "./install.ts";
export { NotInstalled } from "./installation.ts";
export { type Arrived, arriveFromShopify, type JoinRefusal, joinShop } from "./join-shop.ts";
export { pendingHours, pendingShop } from "./pending-connection.ts";
export { restockPlaces } from "./restock-places.ts";
export { segmentsOfShop } from "./segments-of-shop.ts";
export type { PortalSettings, Shop } from "./shop.ts";
export { rewrapKeys } from "./shop-keys.ts";
export { signUpWithShop } from "./sign-up.ts";
export { noteUninstalled } from "./uninstall.ts";
