import type { ReturnStatusView } from "@kept/domain";
import type { Visit } from "../../../../server/visit.ts";

/** What happened and what comes, each said in words as well as drawn. */
export function Progress({ visit, view }: { visit: Visit; view: ReturnStatusView }) {
  const { say, day } = visit;
  const next = view.steps.findIndex((step) => step.at === null);
  return (
    <section className="mt-8" aria-label={say("status.progress")}>
      <ol className="way grid">
        {view.steps.map((step, index) => (
          <li
            key={step.kind}
            aria-current={index === next ? "step" : undefined}
            className="relative flex items-baseline gap-3 pb-5 last:pb-0"
          >
            <span
              aria-hidden="true"
              className={`relative size-[11px] shrink-0 rounded-full border-2 ${step.at ? "border-brand-text bg-brand-text" : index === next ? "border-brand-text bg-ground" : "border-edge bg-ground"}`}
            />
            <span className={`flex-1 ${step.at || index === next ? "" : "text-soft"}`}>
              {say(`status.step.${stepName(step.kind, view.resolution)}`)}
            </span>
            <span className="text-sm text-soft figures">
              {step.at ? (
                <>
                  <span className="sr-only">{say("status.stepDone")}: </span>
                  <time dateTime={step.at.toISOString()}>{day(step.at)}</time>
                </>
              ) : (
                say(index === next ? "status.stepNow" : "status.stepLater")
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function stepName(
  kind: ReturnStatusView["steps"][number]["kind"],
  resolution: ReturnStatusView["resolution"],
) {
  if (kind !== "issued") return kind;
  return resolution === "store_credit" ? "issuedCredit" : "issuedOriginal";
}
