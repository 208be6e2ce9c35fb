"use client";
import type { Grant } from "@kept/domain";
import { useEffect, useState } from "react";
import { Button } from "../../../../../ui/button.tsx";
import { ConfirmButton } from "../../../../../ui/confirm-button.tsx";
import { Dialog } from "../../../../../ui/dialog.tsx";
import { Form } from "../../../../../ui/form.tsx";
import { Problem } from "../../../../../ui/problem.tsx";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { RoleField } from "../../../../../ui/team/role-field.tsx";
import { echo } from "../../../../../ui/toast.tsx";
import { useAct } from "../../../../../ui/use-act.ts";
import { changeCeiling, revoke } from "./actions.ts";
import { ceilings } from "./ceilings.ts";

interface Props {
  shop: string;
  shopName: string;
  grant: Grant;
}

/** Changes what an agency may do at most, or takes its access away. */
export function GrantActs({ shop, shopName, grant }: Props) {
  const { organizationId, agency, role } = grant;
  const [open, setOpen] = useState(false);
  const [state, send] = useAct(changeCeiling.bind(null, shop, organizationId));
  useEffect(() => {
    if (!state.done) return;
    echo(state.done);
    setOpen(false);
  }, [state]);
  return (
    <div className="flex flex-wrap justify-end gap-2">
      <Button size="small" onClick={() => setOpen(true)}>
        Change<span className="sr-only"> what {agency} may do</span>
      </Button>
      <ConfirmButton
        label="Revoke"
        about={`the access of ${agency}`}
        title={`Revoke the access of ${agency}?`}
        confirm="Revoke access"
        busy="Revoking…"
        act={() => revoke(shop, organizationId)}
      >
        With their next click {shopName} is gone for everybody at {agency}. You can invite them again.
      </ConfirmButton>
      <Dialog title={`What ${agency} may do at most`} open={open} onClose={() => setOpen(false)}>
        <Form state={state} action={send} className="grid gap-4 text-left">
          <RoleField id={`ceiling-${organizationId}`} label="At most" roles={ceilings} chosen={role} />
          <Problem of={state} />
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Leave it</Button>
            <SubmitButton busy="Changing…">Change</SubmitButton>
          </div>
        </Form>
      </Dialog>
    </div>
  );
}
