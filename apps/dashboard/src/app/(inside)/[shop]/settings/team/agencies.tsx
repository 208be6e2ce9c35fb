import { type AccessInvitation, allowed, type Grant, type MemberContext } from "@kept/domain";
import { Card } from "../../../../../ui/card.tsx";
import { Cell, Head, HeadCell, Row, Table } from "../../../../../ui/table.tsx";
import { InvitationForm } from "../../../../../ui/team/invitation-form.tsx";
import { InvitationsTable } from "../../../../../ui/team/invitations-table.tsx";
import { roleWords } from "../../../../../ui/team/role-words.ts";
import { When } from "../../../../../ui/when.tsx";
import { askAgain, letIn, takeBack } from "./actions.ts";
import { ceilings } from "./ceilings.ts";
import { GrantActs } from "./grant-acts.tsx";

interface Props {
  ctx: MemberContext;
  access: { grants: readonly Grant[]; invitations: readonly AccessInvitation[] };
}

/** Agencies in this shop: who they are, the most they may do, and the way out. */
export function Agencies({ ctx, access }: Props) {
  const { handle, name, timeZone } = ctx.shop;
  const mayChange = allowed(ctx.role, "manage_access");
  return (
    <>
      <Card title="Agencies with access">
        <p className="mb-4 max-w-prose text-ink-2">
          An agency&rsquo;s people may do here what their own role says, and never more than what you give the
          agency. {!mayChange && `Only an owner of ${name} lets agencies in and out.`}
        </p>
        {mayChange && (
          <InvitationForm
            id="agency"
            hint="Of somebody at the agency. They get a letter, and accept for their agency."
            label="At most"
            roles={ceilings}
            first="manager"
            button="Invite the agency"
            ask={letIn.bind(null, handle)}
          />
        )}
      </Card>
      {access.grants.length > 0 && (
        <Table caption={`Agencies that reach ${name}`}>
          <Head>
            <HeadCell>Agency</HeadCell>
            <HeadCell>At most</HeadCell>
            <HeadCell className="hidden @lg:table-cell">Since</HeadCell>
            <HeadCell>
              <span className="sr-only">Acts</span>
            </HeadCell>
          </Head>
          <tbody>
            {access.grants.map((grant) => (
              <Row key={grant.organizationId}>
                <Cell>
                  {grant.agency}
                  <span className="block text-sm text-ink-2">
                    {grant.people === 1 ? "one person" : `${grant.people} people`}
                  </span>
                </Cell>
                <Cell>{roleWords[grant.role].name}</Cell>
                <Cell className="hidden text-ink-2 @lg:table-cell">
                  <When at={grant.grantedAt} timeZone={timeZone} />
                </Cell>
                <Cell className="text-right">
                  {mayChange && <GrantActs shop={handle} shopName={name} grant={grant} />}
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
      {access.invitations.length > 0 && (
        <InvitationsTable
          caption={`Agencies asked into ${name}`}
          invitations={access.invitations}
          timeZone={timeZone}
          mayChange={mayChange}
          again={askAgain.bind(null, handle)}
          withdraw={takeBack.bind(null, handle)}
        />
      )}
    </>
  );
}
