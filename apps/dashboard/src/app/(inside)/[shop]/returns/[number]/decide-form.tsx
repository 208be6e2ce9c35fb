"use client";
import { useActionState, useEffect, useState } from "react";
import { Button } from "../../../../../ui/button.tsx";
import { untouched } from "../../../../../ui/form-state.ts";
import { Notice } from "../../../../../ui/notice.tsx";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { decide } from "./actions.ts";
import { DeclineDialog } from "./decline-dialog.tsx";
import { Reasons } from "./reasons.tsx";

interface Props {
  shop: string;
  number: number;
  amount: string;
  verb: "issue" | "refund";
  canApprove: boolean;
  canIssue: boolean;
  reasons: readonly string[];
  lines: readonly { id: string; quantity: number }[];
}

/** Yes or no to a request. The decisions per item are controls of this form, wherever they stand on the page. */
export function DecideForm({ shop, number, amount, verb, canApprove, canIssue, reasons, lines }: Props) {
  const [state, act] = useActionState(decide.bind(null, shop, number), untouched);
  const [declining, setDeclining] = useState(false);
  const whole = useWholeAccepted(lines);
  const full = whole ? ` ${amount}` : " what was accepted";
  return (
    <>
      <form id="decide" action={act} className="grid gap-2">
        {canIssue && (
          <SubmitButton
            size="large"
            busy={verb === "issue" ? "Issuing…" : "Refunding…"}
            name="then"
            value="issue"
          >
            {`Approve and ${verb}${full}`}
          </SubmitButton>
        )}
        {canApprove && (
          <SubmitButton
            look={canIssue ? "secondary" : "primary"}
            busy="Approving…"
            name="then"
            value="nothing"
          >
            Approve
          </SubmitButton>
        )}
        {state.fields?.difference && (
          <SubmitButton look="secondary" busy="Approving…" name="acceptDifference" value="yes">
            Approve all the same
          </SubmitButton>
        )}
        {canApprove && (
          <Button look="danger" onClick={() => setDeclining(true)}>
            Decline…
          </Button>
        )}
      </form>
      <Reasons reasons={reasons} />
      {state.problem && (
        <div className="mt-3">
          <Notice tone="risk" title={state.problem} announced />
        </div>
      )}
      <DeclineDialog shop={shop} number={number} open={declining} onClose={() => setDeclining(false)} />
    </>
  );
}

/** Whether every item is accepted whole; only then is the quoted amount the one that will be issued. */
function useWholeAccepted(lines: readonly { id: string; quantity: number }[]): boolean {
  const [whole, setWhole] = useState(true);
  useEffect(() => {
    const look = () => {
      const form = document.forms.namedItem("decide");
      const data = form ? new FormData(form) : null;
      setWhole(
        lines.every(({ id, quantity }) => (data?.get(`accepted.${id}`) ?? `${quantity}`) === `${quantity}`),
      );
    };
    document.addEventListener("change", look);
    return () => document.removeEventListener("change", look);
  }, [lines]);
  return whole;
}
