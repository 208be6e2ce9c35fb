import type { Draft } from "@kept/domain";
import type { Visit } from "../../../../../server/visit.ts";
import { ReturnedItem } from "../../../../../ui/returned-item.tsx";
import { SectionHead } from "../../../../../ui/section-head.tsx";

export function ChosenItems({ visit, draft, changeAt }: { visit: Visit; draft: Draft; changeAt: string }) {
  const { say } = visit;
  return (
    <section className="p-5">
      <SectionHead
        title={say(draft.goods === "kept" ? "status.items" : "review.items")}
        change={{ href: changeAt, text: say("review.change"), name: say("review.changeItems") }}
      />
      <ul className="mt-3 grid grid-cols-1 gap-4">
        {draft.selection.map((chosen) => {
          const item = draft.items.find((one) => one.fulfillmentLineItemId === chosen.fulfillmentLineItemId);
          return (
            item && (
              <ReturnedItem
                key={chosen.fulfillmentLineItemId}
                visit={visit}
                item={{
                  ...item,
                  quantity: chosen.quantity,
                  reasonLabel: reasonLabel(draft.reasons, chosen.reason),
                  note: chosen.note ?? null,
                }}
              />
            )
          );
        })}
      </ul>
    </section>
  );
}

/** As the return itself will say it; a more exact reason ("damaged/in_transit") after its reason. */
function reasonLabel(reasons: Draft["reasons"], code: string): string {
  const reason = reasons.find((one) => code === one.code || code.startsWith(`${one.code}/`));
  const exact = reason?.subReasons.find((sub) => sub.code === code);
  return exact ? `${reason?.label}: ${exact.label}` : (reason?.label ?? "");
}
