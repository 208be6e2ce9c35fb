"use client";
import { useState } from "react";
import { Button } from "../../../../ui/button.tsx";
import { Dialog } from "../../../../ui/dialog.tsx";
import { describedBy, Field } from "../../../../ui/field.tsx";
import { Form } from "../../../../ui/form.tsx";
import { Input } from "../../../../ui/input.tsx";
import { Problem } from "../../../../ui/problem.tsx";
import { SubmitButton } from "../../../../ui/submit-button.tsx";
import { useAct } from "../../../../ui/use-act.ts";
import { removeSavedView, saveThisView } from "./view-actions.ts";

interface Props {
  shop: string;
  /** What is to be remembered, as the address says it. */
  query: string;
  /** The saved view on screen, which can be forgotten. */
  known: { id: string; name: string } | null;
  forTeam: boolean;
}

/** Names what the list shows now; or forgets the view it is. */
export function SaveView({ shop, query, known, forTeam }: Props) {
  const [open, setOpen] = useState(false);
  const [state, save] = useAct(saveThisView.bind(null, shop, query));
  const [removed, remove] = useAct(removeSavedView.bind(null, shop, known?.id ?? ""));
  const error = state.fields?.name;
  if (known)
    return (
      <Form state={removed} action={remove} className="flex items-center gap-2">
        <SubmitButton look="quiet" size="small" busy="Forgetting…">
          Forget this view
        </SubmitButton>
        {removed.problem && (
          <span role="alert" className="text-sm text-risk-ink">
            {removed.problem}
          </span>
        )}
      </Form>
    );
  return (
    <>
      <Button look="quiet" size="small" onClick={() => setOpen(true)}>
        Save view…
      </Button>
      <Dialog title="Save this view" open={open && !state.done} onClose={() => setOpen(false)}>
        <Form state={state} action={save} className="grid gap-4">
          <Field id="view-name" label="Name" hint="It becomes a tab beside the others." error={error}>
            <Input
              id="view-name"
              name="name"
              maxLength={60}
              defaultValue={state.typed?.name}
              autoComplete="off"
              {...describedBy("view-name", { hint: true, error })}
            />
          </Field>
          {forTeam && (
            <label className="flex items-center gap-2.5">
              <input
                type="checkbox"
                name="forEverybody"
                value="yes"
                defaultChecked={state.typed?.forEverybody === "yes"}
                className="size-4 accent-accent"
              />
              For everybody in this shop
            </label>
          )}
          <Problem of={state} />
          <div className="flex flex-wrap justify-end gap-2">
            <Button look="quiet" onClick={() => setOpen(false)}>
              Not now
            </Button>
            <SubmitButton busy="Saving…">Save</SubmitButton>
          </div>
        </Form>
      </Dialog>
    </>
  );
}
