"use client";
import { useState, useTransition } from "react";
import { Button } from "../../../../../../ui/button.tsx";
import { Spinner } from "../../../../../../ui/spinner.tsx";
import { moment } from "../../../../../../ui/when.tsx";
import { rekey, type SecretState } from "../actions.ts";
import { SigningSecret } from "../signing-secret.tsx";

interface Props {
  shop: string;
  id: string;
  until: Date | null;
  timeZone: string;
}

/** A new secret, shown once; the one before signs as well for a day. */
export function ChangeSecret({ shop, id, until, timeZone }: Props) {
  const [pending, start] = useTransition();
  const [state, setState] = useState<SecretState>({});
  const press = () =>
    start(async () => {
      setState(
        await rekey(shop, id).catch(() => ({ problem: "Kept did not answer. Try again in a moment." })),
      );
    });
  return (
    <div>
      {state.made && <SigningSecret {...state.made} />}
      <div className="flex flex-wrap items-center gap-3">
        <Button size="small" aria-disabled={pending || undefined} onClick={() => !pending && press()}>
          {pending && <Spinner />}
          Change the signing secret
        </Button>
        <p className="text-sm text-ink-2">
          {until && until > new Date()
            ? `The one before signs as well until ${moment(until, timeZone)}.`
            : "The one before signs as well for a day."}
        </p>
      </div>
      {state.problem && (
        <p role="alert" className="mt-2 text-sm text-risk-ink">
          {state.problem}
        </p>
      )}
    </div>
  );
}
