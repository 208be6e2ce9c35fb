import type { DraftOffer } from "@kept/domain";
import type { RefusedForm } from "../../../../../server/exchange.ts";
import type { Visit } from "../../../../../server/visit.ts";
import { Notice, Problems } from "../../../../../ui/notice.tsx";

/** Why the return was not sent. It always says that it was not. */
export function ReviewRefusal({
  visit: { say, amount },
  refused,
  offer,
}: {
  visit: Visit;
  refused: RefusedForm | null;
  offer: DraftOffer;
}) {
  if (!refused) return null;
  if (refused.problems.note) {
    return (
      <Problems
        title={say("form.problems", { count: 1 })}
        list={[{ field: "note", text: say("review.noteTooLong") }]}
      />
    );
  }
  if (refused.problems[""] === "ShopifyUnreachable") return <Notice tone="risk">{say("review.slow")}</Notice>;
  const now = { amount: amount(offer.quote.totals.total) };
  return <Notice tone="wait">{say("review.amountChanged", now)}</Notice>;
}
