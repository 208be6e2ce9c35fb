import { buttonClasses } from "./button.tsx";

interface Props {
  readonly shop: string;
  readonly className?: string;
  readonly words?: string;
}

/** Sends the merchant to Shopify to grant what is missing; the way back leads to where they were. A plain form: it leaves the page. */
export function GrantButton({ shop, className, words = "Grant in Shopify" }: Props) {
  return (
    <form action={`/${shop}/settings/shopify/grant`} method="post" className={className}>
      <button type="submit" className={buttonClasses({ look: "primary", size: "small" })}>
        {words}
      </button>
    </form>
  );
}
