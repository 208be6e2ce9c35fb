import type { DraftOffer } from "@kept/domain";
import type { Visit } from "../../../../../server/visit.ts";
import { RefundWords } from "../../../../../ui/refund-words.tsx";
import { SectionHead } from "../../../../../ui/section-head.tsx";
import { Sum } from "../../../../../ui/sum.tsx";
import { expiryWords } from "../refund/expiry-words.ts";

export function ChosenRefund({
  visit,
  offer,
  changeAt,
}: {
  visit: Visit;
  offer: DraftOffer;
  changeAt: string;
}) {
  const { say } = visit;
  const sentences =
    offer.resolution === "store_credit"
      ? [say("refund.creditArrives"), ...expiryWords(visit, offer.quote)]
      : [say("refund.originalArrives")];
  return (
    <section className="p-5">
      <SectionHead
        title={say("review.refund")}
        change={{ href: changeAt, text: say("review.change"), name: say("review.changeRefund") }}
      />
      <RefundWords visit={visit} quote={offer.quote} />
      <ul className="mt-3 grid gap-1 text-sm text-soft">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div className="mt-2">
        <Sum visit={visit} quote={offer.quote} />
      </div>
    </section>
  );
}
