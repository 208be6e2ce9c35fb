import Link from "next/link";
import { Card } from "../../../ui/card.tsx";

const steps = [
  {
    to: "settings/shopify",
    name: "See that Shopify is ready",
    why: "Permissions, store credit and customer accounts, checked by themselves.",
  },
  {
    to: "settings/resolutions",
    name: "Choose your bonus",
    why: "What customers get on top when they take credit instead of their money.",
  },
  { to: "settings/branding", name: "Make the portal yours", why: "Your color, your logo, your words." },
  {
    to: "settings/portal-address",
    name: "Link the portal from your shop",
    why: "Its address, or a domain of your own.",
  },
  {
    to: "returns/new",
    name: "Try a return yourself",
    why: "For any order, as your customer would ask for it.",
  },
];

/** What a shop does before its first return. Gone with the first. */
export function FirstSteps({ shop }: { shop: string }) {
  return (
    <Card title="Before your first return" flush>
      <ol>
        {steps.map(({ to, name, why }, index) => (
          <li key={to} className="border-b border-line last:border-0">
            <Link
              href={`/${shop}/${to}`}
              className="flex items-center gap-4 px-4 py-3 hover:bg-hover/60 sm:px-5"
            >
              <span
                aria-hidden="true"
                className="figures grid size-6 shrink-0 place-items-center rounded-full border border-line-strong text-sm text-ink-2"
              >
                {index + 1}
              </span>
              <span className="min-w-0 flex-1">
                {name}
                <span className="block text-sm text-ink-2">{why}</span>
              </span>
              <span aria-hidden="true" className="text-ink-2">
                →
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </Card>
  );
}
