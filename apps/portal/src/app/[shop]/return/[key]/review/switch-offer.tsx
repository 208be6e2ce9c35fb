import type { DraftOffer } from "@kept/domain";
import { isZero } from "@kept/money";
import type { Visit } from "../../../../../server/visit.ts";
import { SendButton } from "../../../../../ui/button.tsx";
import { switchToCredit } from "./actions.ts";

/** A second chance, said once and quietly: only where credit is worth more. */
export function SwitchOffer({
  visit,
  credit,
  original,
  shop,
  draftKey,
}: {
  visit: Visit;
  credit: DraftOffer;
  original: DraftOffer;
  shop: string;
  draftKey: string;
}) {
  const { say, amount } = visit;
  const { bonus, total } = credit.quote.totals;
  if (isZero(bonus)) return null;
  return (
    <form
      action={switchToCredit.bind(null, shop, draftKey)}
      className="mt-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-brand bg-brand-tint p-5"
    >
      <div>
        <p className="font-semibold">{say("review.offer", { bonus: amount(bonus) })}</p>
        <p className="text-sm">
          {say("review.offerBody", { total: amount(total), base: amount(original.quote.totals.total) })}
        </p>
      </div>
      <SendButton look="quiet" className="w-full sm:w-auto">
        {say("review.switch")}
      </SendButton>
    </form>
  );
}
