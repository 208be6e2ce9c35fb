"use client";
import type { Pause } from "@kept/domain";
import { useState } from "react";
import { ActButton } from "../../../../../ui/act-button.tsx";
import { Button } from "../../../../../ui/button.tsx";
import { Dialog } from "../../../../../ui/dialog.tsx";
import { describedBy, Field } from "../../../../../ui/field.tsx";
import { Form } from "../../../../../ui/form.tsx";
import { Input } from "../../../../../ui/input.tsx";
import { Notice } from "../../../../../ui/notice.tsx";
import { Problem } from "../../../../../ui/problem.tsx";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { useAct } from "../../../../../ui/use-act.ts";
import { moment } from "../../../../../ui/when.tsx";
import { pause as pauseNow, resume } from "./actions.ts";

interface Props {
  shop: string;
  name: string;
  timeZone: string;
  pause: Pause | null;
  mayPause: boolean;
}

/** Stops all money of this shop, with a reason, and lets it go again. */
export function IssuingSwitch({ shop, name, timeZone, pause, mayPause }: Props) {
  if (pause)
    return (
      <Notice
        tone="risk"
        title={`Issuing is paused for ${name}`}
        action={
          mayPause && (
            <ActButton
              label="Resume issuing"
              about={`for ${name}`}
              busy="Resuming…"
              act={() => resume(shop)}
            />
          )
        }
      >
        {pause.by} paused it on {moment(pause.at, timeZone)}: “{pause.reason}”. What waits goes out when it is
        resumed; nothing is lost.
      </Notice>
    );
  return (
    <Notice title="Issuing is on" action={mayPause && <PauseDialog shop={shop} name={name} />}>
      Pausing keeps every payment of this shop from leaving until somebody resumes it.
      {!mayPause && " Owners, managers and finance can pause it."}
    </Notice>
  );
}

function PauseDialog({ shop, name }: { shop: string; name: string }) {
  const [open, setOpen] = useState(false);
  const [state, send] = useAct(pauseNow.bind(null, shop));
  const error = state.fields?.reason;
  const hint = "Everybody who wants to issue reads it.";
  return (
    <>
      <Button onClick={() => setOpen(true)}>Pause issuing…</Button>
      <Dialog title={`Pause issuing for ${name}?`} open={open} onClose={() => setOpen(false)}>
        <Form state={state} action={send} className="grid gap-4 text-left">
          <p className="text-ink-2">
            No refund and no credit leaves from now on. What Shopify may be working on already is still looked
            after.
          </p>
          <Field id="pause-reason" label="Why" hint={hint} error={error}>
            <Input
              id="pause-reason"
              name="reason"
              maxLength={300}
              autoComplete="off"
              defaultValue={state.typed?.reason ?? ""}
              {...describedBy("pause-reason", { hint, error })}
            />
          </Field>
          <Problem of={state} />
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Leave it on</Button>
            <SubmitButton look="danger" busy="Pausing…">
              Pause issuing
            </SubmitButton>
          </div>
        </Form>
      </Dialog>
    </>
  );
}
