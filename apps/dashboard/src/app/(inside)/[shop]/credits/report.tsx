import { buttonClasses } from "../../../../ui/button.tsx";
import { OutIcon } from "../../../../ui/icons.tsx";

/** One of Shopify's own reports, where spent credit appears as a payment provider. */
export function Report({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} target="_blank" rel="noreferrer" className={buttonClasses({ size: "small" })}>
      {children}
      <OutIcon className="size-3.5 text-ink-3" />
      <span className="sr-only"> in Shopify</span>
    </a>
  );
}
