import type { Role } from "@kept/domain";
import { ActButton } from "../act-button.tsx";
import { Badge } from "../badge.tsx";
import { ConfirmButton } from "../confirm-button.tsx";
import type { FormState } from "../form-state.ts";
import { Cell, Head, HeadCell, Row, Table } from "../table.tsx";
import { When } from "../when.tsx";
import { roleWords } from "./role-words.ts";

interface Asked {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly invitedBy: string;
  readonly sentAt: Date;
  readonly over: boolean;
}

interface Props {
  caption: string;
  invitations: readonly Asked[];
  timeZone: string;
  mayChange: boolean;
  again(id: string): Promise<FormState>;
  withdraw(id: string): Promise<FormState>;
}

/** Who was asked and has not answered. */
export function InvitationsTable({ caption, invitations, timeZone, mayChange, again, withdraw }: Props) {
  return (
    <Table caption={caption}>
      <Head>
        <HeadCell>Invited</HeadCell>
        <HeadCell>Role</HeadCell>
        <HeadCell className="hidden @lg:table-cell">Sent</HeadCell>
        <HeadCell>
          <span className="sr-only">Acts</span>
        </HeadCell>
      </Head>
      <tbody>
        {invitations.map(({ id, email, role, invitedBy, sentAt, over }) => (
          <Row key={id}>
            <Cell>
              <span className="flex flex-wrap items-center gap-x-2 break-all">
                {email}
                {over && <Badge tone="person">Too old</Badge>}
              </span>
              <span className="block text-sm text-ink-2">by {invitedBy}</span>
            </Cell>
            <Cell>{roleWords[role].name}</Cell>
            <Cell className="hidden text-ink-2 @lg:table-cell">
              <When at={sentAt} timeZone={timeZone} />
            </Cell>
            <Cell className="text-right">
              {mayChange && (
                <div className="flex flex-wrap justify-end gap-2">
                  <ActButton
                    label="Send again"
                    about={`to ${email}`}
                    busy="Sending…"
                    act={again.bind(null, id)}
                  />
                  <ConfirmButton
                    label="Withdraw"
                    about={`the invitation to ${email}`}
                    title="Withdraw the invitation?"
                    confirm="Withdraw"
                    busy="Withdrawing…"
                    act={withdraw.bind(null, id)}
                  >
                    The link in the letter to {email} leads nowhere from then on. You can invite them again.
                  </ConfirmButton>
                </div>
              )}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
