"use client";
import type { Role } from "@kept/domain";
import { useEffect, useState } from "react";
import { Button } from "../button.tsx";
import { ConfirmButton } from "../confirm-button.tsx";
import { Dialog } from "../dialog.tsx";
import { Form } from "../form.tsx";
import { Problem } from "../problem.tsx";
import { SubmitButton } from "../submit-button.tsx";
import { echo } from "../toast.tsx";
import { useAct } from "../use-act.ts";
import { giveRole, remove } from "./actions.ts";
import { RoleField } from "./role-field.tsx";

interface Props {
  organization: string;
  member: { userId: string; name: string; role: Role };
  roles: readonly Role[];
  mayChange: boolean;
  me: boolean;
}

/** Changes a role, removes somebody, or leaves. */
export function MemberActs({ organization, member, roles, mayChange, me }: Props) {
  const { userId, name } = member;
  return (
    <div className="flex flex-wrap justify-end gap-2">
      {mayChange && <ChangeRole organization={organization} member={member} roles={roles} />}
      {(mayChange || me) && (
        <ConfirmButton
          label={me ? "Leave" : "Remove"}
          about={me ? "the team" : name}
          title={me ? "Leave the team?" : `Remove ${name}?`}
          confirm={me ? "Leave" : "Remove"}
          busy={me ? "Leaving…" : "Removing…"}
          keep={me ? "Stay" : "Keep them"}
          act={() => remove(organization, userId)}
        >
          {me
            ? "You are signed out everywhere, and only an owner or manager can invite you again."
            : "They are signed out everywhere, with their next click. What they did stays in the history."}
        </ConfirmButton>
      )}
    </div>
  );
}

function ChangeRole({ organization, member, roles }: Pick<Props, "organization" | "member" | "roles">) {
  const [open, setOpen] = useState(false);
  const [state, send] = useAct(giveRole.bind(null, organization, member.userId));
  useEffect(() => {
    if (!state.done) return;
    echo(`${member.name}: ${state.done}`);
    setOpen(false);
  }, [state, member.name]);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        Change role<span className="sr-only"> of {member.name}</span>
      </Button>
      <Dialog title={`The role of ${member.name}`} open={open} onClose={() => setOpen(false)}>
        <Form state={state} action={send} className="grid gap-4 text-left">
          <RoleField id={`role-${member.userId}`} label="Role" roles={roles} chosen={member.role} />
          <Problem of={state} />
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Leave it</Button>
            <SubmitButton busy="Changing…">Change role</SubmitButton>
          </div>
        </Form>
      </Dialog>
    </>
  );
}
