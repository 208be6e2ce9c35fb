"use client";
import { Form } from "../../../../../ui/form.tsx";
import { Problem } from "../../../../../ui/problem.tsx";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { useAct } from "../../../../../ui/use-act.ts";
import { receive } from "./goods-actions.ts";

export function ReceiveForm({ shop, number }: { shop: string; number: number }) {
  const [state, act] = useAct(receive.bind(null, shop, number));
  return (
    <Form state={state} action={act} className="grid gap-1.5">
      <SubmitButton look="secondary" busy="Noting…">
        Mark as received
      </SubmitButton>
      <Problem of={state} />
    </Form>
  );
}
