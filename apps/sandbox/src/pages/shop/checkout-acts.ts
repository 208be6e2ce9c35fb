import { placeOrder } from "../../checkout/place-order.ts";
import type { ShopWorld } from "../../world/shop-world.ts";
import { goTo } from "../answer.ts";
import { basketFrom } from "./basket.ts";
import { checkout } from "./checkout.ts";

/** *Pay* was pressed. */
export function pay(shop: ShopWorld, fields: URLSearchParams): Response {
  const basket = basketFrom(shop, fields);
  if (!basket) return checkout(shop, fields, "Choose a customer and at least one thing to buy.");
  const { customer, lines } = basket;
  const order = placeOrder(shop, {
    customer,
    lines: [...lines],
    useStoreCredit: fields.get("credit") === "use",
  });
  return goTo(`/store/${shop.shop.handle}/orders/${order.id}?done=bought`);
}
