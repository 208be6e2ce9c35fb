import type { ReturnRow } from "@kept/domain";
import { written } from "../../../../ui/amount.tsx";
import { type Standing, standingOf } from "../../../../ui/return-status.tsx";
import { ago, moment } from "../../../../ui/when.tsx";

const mostPictures = 3;

/** A return as the list writes it: words and addresses of pictures, so that a row costs what it says and nothing more. */
export interface ShownReturn {
  readonly number: number;
  readonly orderName: string;
  readonly customerName: string;
  readonly customerEmail: string;
  /** Of the first items; null where one has no picture. */
  readonly pictures: readonly (string | null)[];
  /** How many items have no place among the pictures. */
  readonly more: number;
  /** "2 × Linen shirt and 1 more". */
  readonly items: string;
  readonly resolution: ReturnRow["resolution"];
  readonly standing: Standing;
  readonly total: string;
  /** Null when there is none. */
  readonly bonus: string | null;
  /** Declined or cancelled: nothing of it is given. */
  readonly refused: boolean;
  readonly requested: { readonly at: string; readonly moment: string; readonly ago: string };
}

export function shownReturn(row: ReturnRow, timeZone: string, now: Date): ShownReturn {
  const { number, orderName, customerName, customerEmail, items, resolution, bonus, requestedAt } = row;
  const [first] = items;
  const refused = row.status === "declined" || row.status === "cancelled";
  const units = first && first.quantity > 1 ? `${first.quantity} × ` : "";
  const others = items.length > 1 ? ` and ${items.length - 1} more` : "";
  return {
    number,
    orderName,
    customerName,
    customerEmail,
    pictures: items.slice(0, mostPictures).map(({ imageUrl }) => imageUrl),
    more: Math.max(0, items.length - mostPictures),
    items: first ? `${units}${first.title}${others}` : "",
    resolution,
    standing: standingOf(row),
    total: written(row.total),
    bonus: bonus.minor > 0n && !refused ? written(bonus) : null,
    refused,
    requested: {
      at: requestedAt.toISOString(),
      moment: moment(requestedAt, timeZone),
      ago: ago(requestedAt, now),
    },
  };
}
