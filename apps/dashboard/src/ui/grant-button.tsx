import { buttonClasses } from "./button.tsx";

/** Sends the merchant to Shopify to grant what is missing; the way back leads to Settings › Shopify. A plain form: it leaves the page. */
export function GrantButton({ shop, className }: { shop: string; className?: string }) {
  return (
    <form action={`/${shop}/settings/shopify/grant`} method="post" className={className}>
      <button type="submit" className={buttonClasses({ look: "primary", size: "small" })}>
        Grant in Shopify
      </button>
    </form>
  );
}
