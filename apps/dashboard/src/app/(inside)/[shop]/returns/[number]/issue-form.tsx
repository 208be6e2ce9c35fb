"use client";
import { Form } from "../../../../../ui/form.tsx";
import { Problem } from "../../../../../ui/problem.tsx";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { useAct } from "../../../../../ui/use-act.ts";
import { issue } from "./actions.ts";
import { Reasons } from "./reasons.tsx";
import type { Worth } from "./worth.tsx";

interface Props {
  shop: string;
  number: number;
  worth: Worth;
  verb: "issue" | "refund";
  canIssue: boolean;
  reasons: readonly string[];
}

export function IssueForm({ shop, number, worth, verb, canIssue, reasons }: Props) {
  const [state, act] = useAct(issue.bind(null, shop, number));
  return (
    <Form state={state} action={act} className="mt-4">
      <input type="hidden" name="seen" value={worth.seen} />
      <SubmitButton
        size="large"
        className="w-full"
        busy={verb === "issue" ? "Issuing…" : "Refunding…"}
        disabled={!canIssue}
      >
        {`${verb === "issue" ? "Issue" : "Refund"} ${worth.total}`}
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
      <div className="mt-3 empty:hidden">
        <Problem of={state} />
      </div>
    </Form>
  );
}
