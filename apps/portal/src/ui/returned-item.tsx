import type { Visit } from "../server/visit.ts";
import { Picture } from "./picture.tsx";

export interface ReturnedItemView {
  readonly title: string;
  readonly variantTitle: string | null;
  readonly imageUrl: string | null;
  readonly quantity: number;
  readonly reasonLabel: string;
  readonly note: string | null;
}

/** An item on its way back: what, how many, why. */
export function ReturnedItem({ visit, item }: { visit: Visit; item: ReturnedItemView }) {
  const facts = [visit.say("review.quantity", { count: item.quantity }), item.variantTitle, item.reasonLabel];
  return (
    <li className="flex gap-4">
      <Picture url={item.imageUrl} />
      <div className="min-w-0 flex-1">
        <p className="leading-snug">
          <bdi>{item.title}</bdi>
        </p>
        <p className="mt-0.5 text-sm text-soft">{facts.filter(Boolean).join(" · ")}</p>
        {item.note && (
          <p className="mt-1 break-words text-sm text-soft">
            “<bdi>{item.note}</bdi>”
          </p>
        )}
      </div>
    </li>
  );
}
