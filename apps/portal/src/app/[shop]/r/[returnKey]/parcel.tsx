import type { ReturnStatusView } from "@kept/domain";
import { refusedForm } from "../../../../server/exchange.ts";
import type { Visit } from "../../../../server/visit.ts";
import { SendButton } from "../../../../ui/button.tsx";
import { Field } from "../../../../ui/field.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import { SectionHead } from "../../../../ui/section-head.tsx";
import { sendTracking } from "./actions.ts";

/** Where the parcel is: the numbers it travels with, and a place for the customer's own. */
export function Parcel({
  visit,
  view,
  returnKey,
}: {
  visit: Visit;
  view: ReturnStatusView;
  returnKey: string;
}) {
  const { say, day, leftToRight } = visit;
  const refused = refusedForm("parcel");
  const canSend = view.canSendParcel && view.goods !== "kept";
  if (!canSend && view.parcels.length === 0 && !refused) return null;
  return (
    <section className="p-5">
      <SectionHead title={say("status.parcel")} />
      {refused?.problems[""] && (
        <div className="mt-3">
          <Notice tone="wait">{say("status.trackingRefused")}</Notice>
        </div>
      )}
      <ul className="mt-2 grid grid-cols-1 gap-2">
        {view.parcels.map(({ carrier, number, url, sentAt }) => (
          <li key={number}>
            <p>
              <bdi>{carrier}</bdi>{" "}
              {url ? (
                <a href={url} className="underline underline-offset-4">
                  {leftToRight(number)}
                </a>
              ) : (
                leftToRight(number)
              )}
            </p>
            <p className="text-sm text-soft">{say("status.onItsWay", { date: day(sentAt) })}</p>
          </li>
        ))}
      </ul>
      {canSend && <TrackingForm visit={visit} returnKey={returnKey} open={view.parcels.length === 0} />}
    </section>
  );
}

function TrackingForm({ visit, returnKey, open }: { visit: Visit; returnKey: string; open: boolean }) {
  const { say, shop } = visit;
  const refused = refusedForm("parcel");
  const problem = problems[refused?.problems.tracking ?? ""];
  return (
    <details open={open || refused !== null} className="mt-2">
      <summary className="inline-flex min-h-11 cursor-pointer list-none items-center text-sm underline underline-offset-4">
        {say("status.addTracking")}
      </summary>
      <p className="mb-4 text-sm text-soft">{say("status.parcelLead")}</p>
      <form
        action={sendTracking.bind(null, shop.handle, returnKey)}
        noValidate
        className="grid gap-4 sm:grid-cols-2"
      >
        <Field id="tracking" label={say("status.tracking")} problem={problem && say(problem)}>
          {(control) => (
            <input
              {...control}
              name="tracking"
              required
              maxLength={100}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              dir="ltr"
              defaultValue={refused?.typed.tracking ?? ""}
            />
          )}
        </Field>
        <Field id="carrier" label={say("status.carrier")} aside={say("form.optional")}>
          {(control) => (
            <input
              {...control}
              name="carrier"
              maxLength={60}
              autoComplete="off"
              defaultValue={refused?.typed.carrier ?? ""}
            />
          )}
        </Field>
        <SendButton look="quiet" className="sm:justify-self-start">
          {say("status.addTracking")}
        </SendButton>
      </form>
    </details>
  );
}

const problems: Record<string, "status.trackingMissing" | "status.trackingTooMany"> = {
  NumberMissing: "status.trackingMissing",
  TooManyParcels: "status.trackingTooMany",
};
