import type { Shop } from "../shop/shop.ts";
import type { ShopWorld } from "../world/shop-world.ts";

/** Settings › Customer accounts: whether store credit can be spent, and how customers sign in. */
export function changeCustomerAccounts(
  shop: ShopWorld,
  change: Pick<Shop, "storeCreditEnabled" | "customerAccountsVersion">,
): void {
  shop.settings.save(Object.assign(shop.shop, change));
}
