/** A record of Shopify's by its number, as it is searched for over there. Its whole id is in the title. */
export function ShopifyId({ id }: { id: string }) {
  const [, kind = "", number = id] = /^gid:\/\/shopify\/(\w+)\/(\d+)/.exec(id) ?? [];
  return (
    <span title={id} className="text-xs text-ink-3">
      {kinds[kind] ?? kind} <span className="font-mono break-all select-all">{number}</span>
    </span>
  );
}

const kinds: Record<string, string> = {
  StoreCreditAccountCreditTransaction: "Store credit transaction",
  StoreCreditAccountDebitTransaction: "Store credit transaction",
  StoreCreditAccountDebitRevertTransaction: "Store credit transaction",
  StoreCreditAccountExpirationTransaction: "Store credit transaction",
  OrderTransaction: "Payment",
};
