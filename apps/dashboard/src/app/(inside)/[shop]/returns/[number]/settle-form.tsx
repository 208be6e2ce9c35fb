"use client";
import { useState } from "react";
import { describedBy, Field, FieldError } from "../../../../../ui/field.tsx";
import { Form } from "../../../../../ui/form.tsx";
import { Input, Textarea } from "../../../../../ui/input.tsx";
import { Problem } from "../../../../../ui/problem.tsx";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { useAct } from "../../../../../ui/use-act.ts";
import { settle } from "./actions.ts";

interface Props {
  shop: string;
  number: number;
  legId: string;
  amount: string;
  /** Credit is taken back here, not given. */
  takes: boolean;
  /** It may have happened already. */
  sent: boolean;
}

export function SettleForm({ shop, number, legId, amount, takes, sent }: Props) {
  const [state, act] = useAct(settle.bind(null, shop, number));
  const [exit, setExit] = useState(state.typed?.exit ?? "");
  const wrong = state.fields ?? {};
  const id = (name: string) => `${name}-${legId}`;
  return (
    <Form state={state} action={act} className="mt-4 grid gap-4">
      <input type="hidden" name="legId" value={legId} />
      <fieldset className="grid gap-2" {...describedBy(id("exit"), { error: wrong.exit })}>
        <legend className="mb-1.5 text-sm font-medium">
          {sent ? "What did you find?" : "What shall happen?"}
        </legend>
        {exitsFor(amount, takes, sent).map((choice) => (
          <label
            key={choice.value}
            className="flex cursor-pointer gap-3 rounded-lg border border-line px-3 py-2.5 hover:bg-hover has-checked:border-accent-ink has-checked:bg-accent-soft/50"
          >
            <input
              type="radio"
              name="exit"
              value={choice.value}
              defaultChecked={state.typed?.exit === choice.value}
              onChange={() => setExit(choice.value)}
              className="mt-1 accent-accent"
            />
            <span>
              <span className="block">{choice.title}</span>
              <span className="block text-sm text-ink-2">{choice.text}</span>
            </span>
          </label>
        ))}
        <FieldError id={id("exit")} error={wrong.exit} />
      </fieldset>
      {exit === "this_is_it" && (
        <Field
          id={id("transactionId")}
          label="Shopify's id of the transaction"
          hint="gid://shopify/StoreCreditAccountCreditTransaction/… or the refund's. It must have exactly this amount."
          error={wrong.transactionId}
        >
          <Input
            id={id("transactionId")}
            name="transactionId"
            spellCheck={false}
            defaultValue={state.typed?.transactionId}
            className="font-mono"
            {...describedBy(id("transactionId"), { hint: true, error: wrong.transactionId })}
          />
        </Field>
      )}
      <Field id={id("reason")} label="Why" hint="Stays in the history with your name." error={wrong.reason}>
        <Textarea
          id={id("reason")}
          name="reason"
          maxLength={500}
          defaultValue={state.typed?.reason}
          {...describedBy(id("reason"), { hint: true, error: wrong.reason })}
        />
      </Field>
      <Problem of={state} />
      <div>
        <SubmitButton look={exit === "do_not_pay" ? "danger" : "primary"} busy="Settling…">
          {exit === "send_again"
            ? `Send ${amount}${sent ? " again" : ""}`
            : exit === "do_not_pay"
              ? `Do not ${takes ? "take back" : "pay"} ${amount}`
              : "Settle"}
        </SubmitButton>
      </div>
    </Form>
  );
}

function exitsFor(amount: string, takes: boolean, sent: boolean) {
  const found = {
    value: "this_is_it",
    title: "It arrived: this is it",
    text: "The movement is in Shopify. Kept checks it there and takes it as this credit.",
  };
  const again = {
    value: "send_again",
    title: "It did not arrive: send it again",
    text: `You looked, and there is no movement of ${amount}. It is sent once more.`,
  };
  const first = {
    value: "send_again",
    title: takes ? "Take it back now" : "Send it now",
    text: "It is sent once, unless what held it still does. Limits are raised under Settings › Limits.",
  };
  return [
    ...(sent ? [found, again] : [first]),
    {
      value: "do_not_pay",
      title: takes ? "Do not take it back" : "Do not pay it",
      text: takes
        ? "It stays with the customer."
        : "It stays unpaid. The customer was promised it, so tell them.",
    },
  ];
}
