import { printMinor } from "../money/amount.ts";
import { brokenAccounts } from "../store-credit/invariant.ts";
import type { ShopWorld } from "../world/shop-world.ts";

/** Every movement of money in a shop with the request that caused it: what a test compares promises with. */
export function truth(shop: ShopWorld) {
  return {
    shop: shop.domain,
    broken: brokenAccounts(shop),
    accounts: shop.accounts.all().map((account) => ({
      id: `gid://shopify/StoreCreditAccount/${account.id}`,
      owner: `gid://shopify/${account.owner.type}/${account.owner.id}`,
      email: shop.customers.get(account.owner.id)?.email ?? null,
      currency: account.currency,
      balance: printMinor(account.balance, account.currency),
    })),
    movements: [...storeCredit(shop), ...payments(shop)].sort((a, b) =>
      a.at < b.at ? -1 : a.at > b.at ? 1 : 0,
    ),
  };
}

function storeCredit(shop: ShopWorld) {
  return shop.creditMovements.all().map((movement) => {
    const account = shop.accounts.get(movement.accountId);
    const currency = account?.currency ?? "";
    return {
      kind: "store_credit" as const,
      type: movement.type as string,
      event: movement.event as string | null,
      id: String(movement.id),
      account: `gid://shopify/StoreCreditAccount/${movement.accountId}` as string | null,
      owner: (account ? `gid://shopify/${account.owner.type}/${account.owner.id}` : null) as string | null,
      order: (movement.origin ? `gid://shopify/Order/${movement.origin.orderId}` : null) as string | null,
      amount: { amount: printMinor(movement.amount, currency), currency },
      at: movement.createdAt,
      expiresAt: movement.expiresAt,
      note: movement.note,
      by: movement.issuer.name as string | null,
      requestId: movement.issuer.requestId,
    };
  });
}

function payments(shop: ShopWorld) {
  return shop.orders.all().flatMap((order) =>
    order.transactions.map((entry) => {
      const refund = order.refunds.find((candidate) => candidate.id === entry.refundId);
      return {
        kind: "payment" as const,
        type: entry.kind as string,
        event: entry.gateway as string | null,
        id: String(entry.id),
        account: null as string | null,
        owner: (order.customerId === null ? null : `gid://shopify/Customer/${order.customerId}`) as
          | string
          | null,
        order: `gid://shopify/Order/${order.id}` as string | null,
        amount: {
          amount: printMinor(entry.amount, order.presentmentCurrency),
          currency: order.presentmentCurrency,
        },
        at: entry.at,
        expiresAt: null as string | null,
        note: refund?.note ?? null,
        by: (refund?.issuer.name ?? null) as string | null,
        requestId: refund?.issuer.requestId ?? null,
      };
    }),
  );
}
