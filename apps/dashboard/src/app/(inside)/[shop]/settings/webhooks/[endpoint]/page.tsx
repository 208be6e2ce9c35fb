import { allowed, listDeliveries, readEndpoint } from "@kept/domain";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { z } from "zod";
import { shopFor } from "../../../../../../server/context.ts";
import { Card } from "../../../../../../ui/card.tsx";
import { Empty } from "../../../../../../ui/empty.tsx";
import { Pager } from "../../../../../../ui/pager.tsx";
import { EndpointActs } from "../endpoint-acts.tsx";
import { EndpointState } from "../endpoint-state.tsx";
import { ChangeSecret } from "./change-secret.tsx";
import { DeliveryRow } from "./delivery-row.tsx";

export const metadata: Metadata = { title: "Webhook" };

interface Props {
  params: Promise<{ shop: string; endpoint: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
}

/** Everything that was sent to one endpoint and what it answered; each letter can be sent again. */
export default async function EndpointLog({ params, searchParams }: Props) {
  const { shop, endpoint: id } = await params;
  const ctx = await shopFor(shop);
  const endpoint = await readEndpoint(ctx, id);
  if (!endpoint) notFound();
  const after = z
    .string()
    .optional()
    .catch(undefined)
    .parse((await searchParams).after);
  const { rows, next } = await listDeliveries(ctx, { endpointId: endpoint.id, after });
  const mayChange = allowed(ctx.role, "manage_keys");
  const here = `/${shop}/settings/webhooks/${endpoint.id}`;
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <p className="text-sm text-ink-2">
            <Link href={`/${shop}/settings/webhooks`} className="underline-offset-4 hover:underline">
              Webhooks
            </Link>
          </p>
          <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-mono text-base break-all">
            {endpoint.url} <EndpointState endpoint={endpoint} />
          </h2>
          <p className="mt-1 text-sm text-ink-2">{endpoint.topics.join(", ")}</p>
        </div>
        {mayChange && (
          <EndpointActs
            shop={shop}
            id={endpoint.id}
            url={endpoint.url}
            enabled={endpoint.disabledAt === null}
          />
        )}
      </div>
      {mayChange && (
        <ChangeSecret
          shop={shop}
          id={endpoint.id}
          until={endpoint.previousUntil}
          timeZone={ctx.shop.timeZone}
        />
      )}
      <Card title="What was sent" flush>
        {rows.length === 0 ? (
          <Empty title="Nothing yet">The next thing it is to be told appears here, with its answer.</Empty>
        ) : (
          <ul>
            {rows.map((delivery) => (
              <DeliveryRow
                key={delivery.id}
                shop={shop}
                delivery={delivery}
                timeZone={ctx.shop.timeZone}
                mayReplay={mayChange}
              />
            ))}
          </ul>
        )}
      </Card>
      <Pager first={after ? here : null} next={next && `${here}?after=${next}`} />
    </div>
  );
}
