import type { DraftOffer } from "@kept/domain";
import type { RefusedForm } from "../../../../../server/exchange.ts";
import type { Visit } from "../../../../../server/visit.ts";
import { SendButton } from "../../../../../ui/button.tsx";
import { Field } from "../../../../../ui/field.tsx";
import { send } from "./actions.ts";

/** The one button. The fingerprint says which sum was on the page: only that one is sent. */
export function SendForm({
  visit,
  offer,
  draftKey,
  refused,
}: {
  visit: Visit;
  offer: DraftOffer;
  draftKey: string;
  refused: RefusedForm | null;
}) {
  const { say, shop, amount } = visit;
  const total = { amount: amount(offer.quote.totals.total) };
  const problem = refused?.problems.note ? say("review.noteTooLong") : null;
  return (
    <form action={send.bind(null, shop.handle, draftKey)} noValidate className="mt-8">
      <input type="hidden" name="resolution" value={offer.resolution} />
      <input type="hidden" name="fingerprint" value={offer.fingerprint} />
      <Field id="note" label={say("review.note")} aside={say("form.optional")} problem={problem}>
        {(control) => (
          <textarea
            {...control}
            name="note"
            rows={2}
            maxLength={1000}
            defaultValue={refused?.typed.note ?? ""}
          />
        )}
      </Field>
      <SendButton busy={say("review.busy")} className="mt-4 w-full">
        {offer.resolution === "store_credit"
          ? say("review.sendCredit", total)
          : say("review.sendOriginal", total)}
      </SendButton>
    </form>
  );
}
