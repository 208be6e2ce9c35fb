import type { DraftItem } from "@kept/domain";
import type { Visit } from "../../../../../server/visit.ts";
import { whyNot } from "../../../../../server/words.ts";
import { Picture } from "../../../../../ui/picture.tsx";

/** An item that cannot come back, and why. */
export function KeptItem({ visit, item }: { visit: Visit; item: DraftItem }) {
  const { say, lastDay } = visit;
  const on = item.why?.on ? lastDay(item.why.on) : null;
  return (
    <li className="flex gap-4 p-4 sm:p-5">
      <Picture url={item.imageUrl} faded />
      <div className="min-w-0 flex-1">
        <p className="font-semibold text-soft leading-snug">
          <bdi>{item.title}</bdi>
        </p>
        {item.variantTitle && (
          <p className="text-sm text-soft">
            <bdi>{item.variantTitle}</bdi>
          </p>
        )}
        <p className="mt-1 text-sm">{whyNot(say, item.why?.code ?? "other", on)}</p>
      </div>
    </li>
  );
}
