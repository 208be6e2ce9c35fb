"use client";
import { Fragment } from "react";
import { Form } from "../../../../../ui/form.tsx";
import { Problem } from "../../../../../ui/problem.tsx";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { useAct } from "../../../../../ui/use-act.ts";
import { decide } from "./actions.ts";
import { useDecisions } from "./decisions.tsx";
import { Reasons } from "./reasons.tsx";
import { useWorth } from "./use-worth.ts";
import { type Worth, WorthWords } from "./worth.tsx";

interface Props {
  shop: string;
  number: number;
  quoted: Worth;
  resolution: string;
  verb: "issue" | "refund";
  canApprove: boolean;
  canIssue: boolean;
  reasons: readonly string[];
}

/** Yes or no to a request. The decisions are taken at the items and sent from here. */
export function DecideForm({ shop, number, quoted, resolution, verb, canApprove, canIssue, reasons }: Props) {
  const [state, act] = useAct(decide.bind(null, shop, number));
  const { decisions } = useDecisions();
  const { worth, open } = useWorth(shop, number, quoted);
  const rests = open || worth === null;
  return (
    <>
      <WorthWords worth={worth} resolution={resolution} />
      <Form state={state} action={act} className="mt-4 grid gap-2">
        {worth && <input type="hidden" name="seen" value={worth.seen} />}
        {Object.entries(decisions).map(([lineId, { accepted, declineReason }]) => (
          <Fragment key={lineId}>
            <input type="hidden" name={`accepted.${lineId}`} value={accepted} />
            <input type="hidden" name={`declineReason.${lineId}`} value={declineReason} />
          </Fragment>
        ))}
        {canIssue && (
          <SubmitButton
            size="large"
            busy={verb === "issue" ? "Issuing…" : "Refunding…"}
            name="act"
            value="issue"
            disabled={rests}
          >
            {open ? "Working out the amount…" : `Approve and ${verb} ${worth?.total ?? ""}`}
          </SubmitButton>
        )}
        {canApprove && (
          <SubmitButton
            look={canIssue ? "secondary" : "primary"}
            busy="Approving…"
            name="act"
            value="nothing"
            disabled={rests}
          >
            Approve
          </SubmitButton>
        )}
        {state.fields?.difference && (
          <SubmitButton look="secondary" busy="Approving…" name="acceptDifference" value="yes">
            Approve all the same
          </SubmitButton>
        )}
        {state.fields?.withoutReturn && (
          <SubmitButton look="secondary" busy="Approving…" name="withoutReturn" value="yes">
            Approve, and refund the order itself
          </SubmitButton>
        )}
      </Form>
      <Reasons reasons={reasons} />
      <div className="mt-3 empty:hidden">
        <Problem of={state} />
      </div>
    </>
  );
}
