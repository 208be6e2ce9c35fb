import type { DraftOffer } from "@kept/domain";
import { isZero } from "@kept/money";
import type { Visit } from "../../../../../server/visit.ts";
import { SendButton } from "../../../../../ui/button.tsx";
import { LargeAmount } from "../../../../../ui/large-amount.tsx";
import { Sum } from "../../../../../ui/sum.tsx";
import { expiryWords } from "./expiry-words.ts";

/** Store credit: the whole in large, what it is made of, when it comes and what of it ends. */
export function CreditCard({ visit, offer }: { visit: Visit; offer: DraftOffer }) {
  const { say, amount } = visit;
  const { base, bonus, total } = offer.quote.totals;
  const parts = { base: amount(base), bonus: amount(bonus) };
  return (
    <section className="flex h-full flex-col rounded-brand border-2 border-brand-text bg-surface p-5 sm:p-6">
      <h2 className="font-semibold">{say("refund.credit")}</h2>
      <LargeAmount text={amount(total)} className="mt-3" />
      <p className="mt-2 font-semibold text-brand-text figures">
        {isZero(bonus) ? say("refund.creditOnly", parts) : say("refund.split", parts)}
      </p>
      <Description text={offer.description} />
      <ul className="mt-4 grid gap-1.5 text-sm text-soft">
        <li>{say("refund.creditArrives")}</li>
        {expiryWords(visit, offer.quote).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div className="mt-3 mb-4">
        <Sum visit={visit} quote={offer.quote} />
      </div>
      <SendButton name="resolution" value="store_credit" className="mt-auto w-full px-3!">
        {say("refund.chooseCredit")}
      </SendButton>
    </section>
  );
}

/** Original payment: the amount and how long a bank takes. */
export function OriginalCard({ visit, offer, alone }: { visit: Visit; offer: DraftOffer; alone: boolean }) {
  const { say, amount } = visit;
  return (
    <section className="flex h-full flex-col rounded-brand border border-line bg-surface p-5 sm:p-6">
      <h2 className="font-semibold">{say("refund.original")}</h2>
      <LargeAmount text={amount(offer.quote.totals.total)} className="mt-3" />
      <Description text={offer.description} />
      <p className="mt-4 text-sm text-soft">{say("refund.originalArrives")}</p>
      <div className="mt-3 mb-4">
        <Sum visit={visit} quote={offer.quote} />
      </div>
      <SendButton
        look={alone ? "primary" : "quiet"}
        name="resolution"
        value="original_payment"
        className="mt-auto w-full px-3!"
      >
        {say("refund.chooseOriginal")}
      </SendButton>
    </section>
  );
}

/** In the shop's words, whatever language and direction they are in. */
function Description({ text }: { text: string | null }) {
  if (!text) return null;
  return (
    <p className="mt-4 whitespace-pre-line">
      <bdi>{text}</bdi>
    </p>
  );
}
