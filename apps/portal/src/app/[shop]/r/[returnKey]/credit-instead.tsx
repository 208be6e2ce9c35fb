import type { ReturnStatusView } from "@kept/domain";
import { isZero } from "@kept/money";
import { refusedForm } from "../../../../server/exchange.ts";
import type { Visit } from "../../../../server/visit.ts";
import { SendButton } from "../../../../ui/button.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import { switchToCredit } from "./actions.ts";

/** A second chance, said once and quietly, while the money is not on its way. */
export function CreditInstead({
  visit,
  view,
  returnKey,
}: {
  visit: Visit;
  view: ReturnStatusView;
  returnKey: string;
}) {
  const { say, amount, shop } = visit;
  const refused = refusedForm("switch")?.problems[""];
  const { creditInstead: instead } = view;
  const changed = instead && { amount: amount(instead.quote.totals.total) };
  return (
    <>
      {refused && (
        <div className="mt-6">
          <Notice tone="wait">
            {refused === "NotOffered"
              ? say("status.switchNotOffered")
              : changed
                ? say("review.amountChanged", changed)
                : say("status.switchLate")}
          </Notice>
        </div>
      )}
      {instead && (
        <form
          action={switchToCredit.bind(null, shop.handle, returnKey)}
          className="mt-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-brand bg-brand-tint p-5"
        >
          <input type="hidden" name="fingerprint" value={instead.fingerprint} />
          <div>
            {!isZero(instead.quote.totals.bonus) && (
              <p className="font-semibold">
                {say("review.offer", { bonus: amount(instead.quote.totals.bonus) })}
              </p>
            )}
            <p className="text-sm">
              {say("review.offerBody", {
                total: amount(instead.quote.totals.total),
                base: amount(view.quote.totals.total),
              })}
            </p>
          </div>
          <SendButton look="quiet" className="w-full sm:w-auto">
            {say("review.switch")}
          </SendButton>
        </form>
      )}
    </>
  );
}
