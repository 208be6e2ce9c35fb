"use client";
import { useActionState } from "react";
import { untouched } from "../../../../../ui/form-state.ts";
import { safely } from "../../../../../ui/safely.ts";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { receive } from "./goods-actions.ts";

export function ReceiveForm({ shop, number }: { shop: string; number: number }) {
  const [state, act] = useActionState(safely(receive.bind(null, shop, number)), untouched);
  return (
    <form action={act} className="grid gap-1.5">
      <SubmitButton look="secondary" busy="Noting…">
        Mark as received
      </SubmitButton>
      {state.problem && (
        <p role="alert" className="text-sm text-risk-ink">
          {state.problem}
        </p>
      )}
    </form>
  );
}
