import type { Shop } from "../shop/shop.ts";
import { announce } from "../webhooks/announce.ts";
import type { ShopWorld } from "../world/shop-world.ts";

/** Settings › Customer accounts: whether store credit can be spent, and how customers sign in. */
export function changeCustomerAccounts(
  shop: ShopWorld,
  change: Pick<Shop, "storeCreditEnabled" | "customerAccountsVersion">,
): void {
  const { storeCreditEnabled, customerAccountsVersion } = shop.shop;
  shop.settings.save(Object.assign(shop.shop, change));
  if (
    change.storeCreditEnabled === storeCreditEnabled &&
    change.customerAccountsVersion === customerAccountsVersion
  )
    return;
  announce(shop, "customer_account_settings/update", {
    url: change.customerAccountsVersion === "CLASSIC" ? null : `https://shopify.com/${shop.shop.id}/account`,
    customer_accounts_version: change.customerAccountsVersion.toLowerCase(),
    login_required_at_checkout: false,
    login_links_visible_on_storefront_and_checkout: true,
  });
}
