import { type ReturnDetail, restockPlaces, type ShopContext } from "@kept/domain";
import { Suspense } from "react";
import { Badge } from "../../../../../ui/badge.tsx";
import { Card } from "../../../../../ui/card.tsx";
import { OutIcon } from "../../../../../ui/icons.tsx";
import { Quoted } from "../../../../../ui/quoted.tsx";
import { When } from "../../../../../ui/when.tsx";
import { InspectForm } from "./inspect-form.tsx";
import { ParcelForm } from "./parcel-form.tsx";
import { ReceiveForm } from "./receive-form.tsx";

interface Props {
  ctx: ShopContext;
  found: ReturnDetail;
}

/** The goods' own way back: the parcels, their arrival, and what was found in them. */
export function GoodsCard({ ctx, found }: Props) {
  const { goods, parcels, status, number } = found;
  const { handle: shop, timeZone } = ctx.shop;
  const comes = !["requested", "declined", "cancelled"].includes(status);
  if (!comes) return null;
  const { words, tone } = standing(found);
  return (
    <Card title="The goods" aside={<Badge tone={tone}>{words}</Badge>} flush>
      {parcels.length > 0 && (
        <ul>
          {parcels.map((parcel) => (
            <li
              key={parcel.number}
              className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-line px-4 py-3 sm:px-5"
            >
              <span className="font-medium">{parcel.carrier ?? "Parcel"}</span>
              {parcel.url ? (
                <a
                  href={parcel.url}
                  target="_blank"
                  rel="noreferrer"
                  className="inline-flex items-center gap-1 font-mono text-sm break-all underline underline-offset-4"
                >
                  {parcel.number}
                  <OutIcon className="size-3.5 text-ink-3" />
                </a>
              ) : (
                <span className="font-mono text-sm break-all select-all">{parcel.number}</span>
              )}
              <span className="ml-auto text-sm text-ink-2">
                {parcel.deliveredAt ? "arrived " : "sent "}
                <When at={parcel.deliveredAt ?? parcel.sentAt} timeZone={timeZone} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {goods.canReceive && (
        <div className="flex flex-wrap items-start gap-3 border-b border-line px-4 py-3.5 last:border-0 sm:px-5">
          <ReceiveForm shop={shop} number={number} />
          <ParcelForm shop={shop} number={number} />
        </div>
      )}
      {goods.canInspect && (
        <Suspense
          fallback={<p className="px-4 py-3.5 text-ink-2 sm:px-5">Asking Shopify for your shelves…</p>}
        >
          <Inspection ctx={ctx} found={found} />
        </Suspense>
      )}
      {!goods.canInspect && <Findings found={found} />}
    </Card>
  );
}

async function Inspection({ ctx, found }: Props) {
  return (
    <InspectForm
      shop={ctx.shop.handle}
      number={found.number}
      places={await restockPlaces(ctx)}
      payable={found.creditState === "none"}
      lines={found.lines
        .filter(({ accepted }) => accepted !== 0)
        .map(({ id, title, variantTitle, quantity, accepted }) => ({
          id,
          title: [title, variantTitle].filter(Boolean).join(" · "),
          units: accepted ?? quantity,
        }))}
    />
  );
}

function standing({ events, status }: ReturnDetail): { words: string; tone: "good" | "moving" | "quiet" } {
  const told = (kind: string) => events.some((event) => event.kind === kind);
  if (told("inspected")) return { words: "Inspected", tone: "good" };
  if (told("received")) return { words: "Received", tone: "good" };
  if (status === "in_transit" || told("in_transit")) return { words: "In transit", tone: "moving" };
  return { words: "Not sent yet", tone: "quiet" };
}

const went = {
  RESTOCKED: "Restocked",
  NOT_RESTOCKED: "Not restocked",
  PROCESSING_REQUIRED: "To be looked after",
  MISSING: "Missing",
} as const;

function Findings({ found }: { found: ReturnDetail }) {
  const seen = found.lines.filter(({ disposition }) => disposition !== null);
  if (seen.length === 0)
    return (
      <p className="px-4 py-4 text-ink-2 sm:px-5">What is in the parcel is written here once it is opened.</p>
    );
  return (
    <ul>
      {seen.map(({ id, title, received, disposition, inspectionNote }) => (
        <li key={id} className="flex flex-wrap gap-x-4 border-b border-line px-4 py-3 last:border-0 sm:px-5">
          <span className="min-w-0 flex-1 basis-40 truncate">{title}</span>
          <span className="figures text-ink-2">
            {received === 1 ? "1 unit" : `${received ?? 0} units`} · {disposition && went[disposition]}
          </span>
          {inspectionNote && (
            <div className="w-full">
              <Quoted>{inspectionNote}</Quoted>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
