"use client";
import { useState, useTransition } from "react";
import { Button } from "../../../../../ui/button.tsx";
import { Card } from "../../../../../ui/card.tsx";
import { Field } from "../../../../../ui/field.tsx";
import { Input, Select } from "../../../../../ui/input.tsx";
import { Spinner } from "../../../../../ui/spinner.tsx";
import type { Choices } from "../rules/choices.ts";
import { type TrialAnswer, tryOut } from "./actions.ts";
import type { TypedAutomation } from "./automation-form.ts";
import { TrialResult } from "./trial-result.tsx";

interface Props {
  shop: string;
  typed: TypedAutomation;
  reasons: Choices["reasons"];
  /** Rules that cannot be read are marked where they stand. */
  onWrong(fields: Readonly<Record<string, string>>): void;
}

/** The rules as they stand on this page, saved or not, tried on an order. */
export function TestBench({ shop, typed, reasons, onWrong }: Props) {
  const [order, setOrder] = useState("");
  const [reason, setReason] = useState(reasons[0]?.key ?? "");
  const [answer, setAnswer] = useState<TrialAnswer | null>(null);
  const [busy, start] = useTransition();
  const submit = () =>
    start(async () => {
      const next = await tryOut(shop, typed, { order, reason }).catch(
        (): TrialAnswer => ({ ok: false, problem: "Kept could not be reached. Nothing was tried." }),
      );
      setAnswer(next);
      onWrong((!next.ok && next.fields) || {});
    });
  return (
    <Card title="Try it" aside="Nothing is saved" className="xl:sticky xl:top-4">
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) submit();
        }}
      >
        <Field
          id="try-order"
          label="Order number"
          hint="Leave it empty to try a sample order: one shirt for 60.00 and its tax."
        >
          <Input
            id="try-order"
            autoComplete="off"
            maxLength={64}
            placeholder="#1001"
            value={order}
            onChange={(event) => setOrder(event.target.value)}
            aria-describedby="try-order-hint"
          />
        </Field>
        <Field id="try-reason" label="Returned because">
          <Select id="try-reason" value={reason} onChange={(event) => setReason(event.target.value)}>
            {reasons.map(({ key, label }) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
        <div>
          <Button type="submit" aria-disabled={busy || undefined}>
            {busy && <Spinner />}
            Try these rules
          </Button>
        </div>
      </form>
      <div aria-live="polite">
        {answer && !answer.ok && <p className="mt-4 text-sm text-risk-ink">{answer.problem}</p>}
        {answer?.ok && <TrialResult trial={answer.trial} />}
      </div>
    </Card>
  );
}
