import { allowed, listEndpoints } from "@kept/domain";
import type { Metadata } from "next";
import { shopFor } from "../../../../../server/context.ts";
import { Card } from "../../../../../ui/card.tsx";
import { Empty } from "../../../../../ui/empty.tsx";
import { Notice } from "../../../../../ui/notice.tsx";
import { AddEndpoint } from "./add-endpoint.tsx";
import { EndpointsTable } from "./endpoints-table.tsx";

export const metadata: Metadata = { title: "Webhooks" };

/** Where the shop's own programs are told what happens. */
export default async function Webhooks({ params }: { params: Promise<{ shop: string }> }) {
  const ctx = await shopFor((await params).shop);
  const { handle, timeZone } = ctx.shop;
  const mayChange = allowed(ctx.role, "manage_keys");
  const endpoints = await listEndpoints(ctx);
  const off = endpoints.filter(
    ({ disabledBecause }) => disabledBecause === "failing" || disabledBecause === "gone",
  );
  return (
    <div className="grid gap-6">
      {off.map(({ id, url, disabledBecause }) => (
        <Notice key={id} tone="person" title={`${url} was turned off`}>
          {disabledBecause === "gone"
            ? "It answered that it is gone."
            : "Nothing got through for three days."}{" "}
          Mend it, then turn it on again below; what was missed can be sent again from its log.
        </Notice>
      ))}
      {mayChange ? (
        <AddEndpoint shop={handle} />
      ) : (
        <Notice title="You can look, but not change">
          An owner or manager of the shop says where it is told what happens.
        </Notice>
      )}
      {endpoints.length > 0 ? (
        <EndpointsTable endpoints={endpoints} shop={handle} timeZone={timeZone} mayChange={mayChange} />
      ) : (
        <Card flush>
          <Empty title="Nobody is told yet">
            An endpoint of yours is told the moment a return is asked for, decided or paid, with every amount.
          </Empty>
        </Card>
      )}
    </div>
  );
}
