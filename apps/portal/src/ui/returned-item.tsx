import { Fragment } from "react";
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

/** An item on its way back: what, how many, why; and what the shop decided, where that was less. */
export function ReturnedItem({
  visit,
  item,
  decision = null,
}: {
  visit: Visit;
  item: ReturnedItemView;
  decision?: { readonly accepted: number; readonly reason: string | null } | null;
}) {
  const { say } = visit;
  const words = [item.variantTitle, item.reasonLabel].filter((each) => each !== null && each !== "");
  return (
    <li className="flex gap-4">
      <Picture url={item.imageUrl} />
      <div className="min-w-0 flex-1">
        <p className="leading-snug">
          <bdi>{item.title}</bdi>
        </p>
        <p className="mt-0.5 text-sm text-soft">
          {say("review.quantity", { count: item.quantity })}
          {words.map((word) => (
            <Fragment key={word}>
              {" · "}
              <bdi>{word}</bdi>
            </Fragment>
          ))}
        </p>
        {item.note && (
          <p className="mt-1 whitespace-pre-line break-words text-sm text-soft">
            <q>
              <bdi>{item.note}</bdi>
            </q>
          </p>
        )}
        {decision && (
          <p className="mt-1 text-sm">
            <span className="font-semibold">
              {say("status.accepted", { accepted: decision.accepted, count: item.quantity })}
            </span>
            {decision.reason && (
              <>
                {" · "}
                {say("status.declinedReason", { reason: visit.named(decision.reason) })}
              </>
            )}
          </p>
        )}
      </div>
    </li>
  );
}
