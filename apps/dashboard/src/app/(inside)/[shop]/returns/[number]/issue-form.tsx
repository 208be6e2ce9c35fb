"use client";
import { useActionState } from "react";
import { untouched } from "../../../../../ui/form-state.ts";
import { Notice } from "../../../../../ui/notice.tsx";
import { safely } from "../../../../../ui/safely.ts";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { issue } from "./actions.ts";
import { Reasons } from "./reasons.tsx";

interface Props {
  shop: string;
  number: number;
  amount: string;
  verb: "issue" | "refund";
  canIssue: boolean;
  reasons: readonly string[];
}

export function IssueForm({ shop, number, amount, verb, canIssue, reasons }: Props) {
  const [state, act] = useActionState(safely(issue.bind(null, shop, number)), untouched);
  return (
    <form action={act} className="mt-4">
      <SubmitButton
        size="large"
        className="w-full"
        busy={verb === "issue" ? "Issuing…" : "Refunding…"}
        disabled={!canIssue}
      >
        {`${verb === "issue" ? "Issue" : "Refund"} ${amount}`}
      </SubmitButton>
      {state.fields?.withoutReturn && (
        <SubmitButton
          look="secondary"
          className="mt-2 w-full"
          busy="Refunding…"
          name="withoutReturn"
          value="yes"
        >
          Refund the order itself
        </SubmitButton>
      )}
      <Reasons reasons={reasons} />
      {state.problem && (
        <div className="mt-3">
          <Notice tone="risk" title={state.problem} announced />
        </div>
      )}
    </form>
  );
}
