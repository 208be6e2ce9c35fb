"use client";
import type { Attention } from "@kept/domain";
import { describedBy, Field } from "../../../../../ui/field.tsx";
import { Form } from "../../../../../ui/form.tsx";
import { Input } from "../../../../../ui/input.tsx";
import { Notice } from "../../../../../ui/notice.tsx";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { useAct } from "../../../../../ui/use-act.ts";
import { goOn } from "./actions.ts";
import { attentionWords } from "./attention-words.ts";

interface Props {
  readonly attention: Attention;
  readonly shop: string;
  readonly number: number;
  readonly orderUrl: string;
  readonly mayDecide: boolean;
}

/** Somebody acted in Shopify: what they did, the order to look at, and the way to go on all the same. */
export function AttentionNotice({ attention, shop, number, orderUrl, mayDecide }: Props) {
  const [state, act] = useAct(goOn.bind(null, shop, number));
  const error = state.fields?.reason ?? state.problem;
  const { title, what } = attentionWords[attention];
  return (
    <Notice tone="person" title={title}>
      <p>
        {what}{" "}
        <a href={orderUrl} className="underline underline-offset-4 hover:text-ink">
          Open the order in Shopify
        </a>
      </p>
      {mayDecide && (
        <Form
          state={state}
          action={act}
          className="mt-3 grid gap-3 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-end"
        >
          <Field id="go-on-reason" label="Why it goes on" error={error}>
            <Input
              id="go-on-reason"
              name="reason"
              maxLength={500}
              defaultValue={state.typed?.reason}
              autoComplete="off"
              {...describedBy("go-on-reason", { error })}
            />
          </Field>
          <SubmitButton look="secondary" busy="Saving…">
            Go on
          </SubmitButton>
        </Form>
      )}
    </Notice>
  );
}
