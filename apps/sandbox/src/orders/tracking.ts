import type { Fulfillment } from "./order.ts";

export interface TrackingInput {
  company?: string | null;
  number?: string | null;
  url?: string | null;
  numbers?: string[] | null;
  urls?: string[] | null;
}

/** One parcel or several of one carrier; `null` when nothing was said. */
export function trackingOf(input: TrackingInput | null | undefined): Fulfillment["tracking"] {
  if (!input) return null;
  const company = input.company ?? null;
  const [number, ...others] = input.numbers?.length ? input.numbers : [input.number ?? null];
  const [url, ...otherUrls] = input.urls?.length ? input.urls : [input.url ?? null];
  return {
    company,
    number: number ?? null,
    url: url ?? null,
    ...(others.length > 0
      ? { more: others.map((each, index) => ({ number: each, url: otherUrls[index] ?? null })) }
      : {}),
  };
}

export function trackingSources({ tracking }: Pick<Fulfillment, "tracking">) {
  if (!tracking) return [];
  const { company, number, url, more = [] } = tracking;
  return [{ company, number, url }, ...more.map((each) => ({ company, ...each }))];
}
