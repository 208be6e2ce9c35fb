import type { ReturnDetail } from "@kept/domain";
import type { ReactNode } from "react";
import { Card } from "../../../../../ui/card.tsx";
import { OutIcon } from "../../../../../ui/icons.tsx";
import { Quoted } from "../../../../../ui/quoted.tsx";
import { resolutionWords } from "../../../../../ui/return-status.tsx";
import { moment } from "../../../../../ui/when.tsx";

export function CustomerCard({ found, timeZone }: { found: ReturnDetail; timeZone: string }) {
  return (
    <Card title="Customer and order">
      <p className="font-medium wrap-anywhere">{found.customerName}</p>
      <p className="text-sm wrap-anywhere text-ink-2">{found.customerEmail}</p>
      <dl className="mt-4 grid gap-3 border-t border-line pt-4">
        <Fact name="Order">
          <Out href={found.orderUrl}>{found.orderName}</Out>
        </Fact>
        {found.customerUrl && (
          <Fact name="Customer">
            <Out href={found.customerUrl}>In Shopify</Out>
          </Fact>
        )}
        <Fact name="Resolution">{resolutionWords[found.resolution]}</Fact>
        <Fact name="Requested">{moment(found.requestedAt, timeZone)}</Fact>
        <Fact name="Language">{languageName(found.locale)}</Fact>
        <Fact name="Customer's page">
          <Out href={found.portalUrl}>Open</Out>
        </Fact>
      </dl>
      {found.note && <Quoted className="mt-4 border-s-2 border-line-strong ps-3">{found.note}</Quoted>}
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-4 text-sm">
      <dt className="text-ink-2">{name}</dt>
      <dd className="figures text-right">{children}</dd>
    </div>
  );
}

function Out({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      className="inline-flex items-center gap-1 underline decoration-line-strong underline-offset-4 hover:decoration-ink"
    >
      {children}
      <OutIcon className="size-3.5 text-ink-3" />
    </a>
  );
}

function languageName(locale: string): string {
  try {
    return new Intl.DisplayNames("en", { type: "language" }).of(locale) ?? locale;
  } catch {
    return locale;
  }
}
