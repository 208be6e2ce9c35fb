import { allowed, includes, type OrganizationContext, readTeam, roles } from "@kept/domain";
import { Card } from "../card.tsx";
import { Notice } from "../notice.tsx";
import { invite, inviteAgain, withdraw } from "./actions.ts";
import { InvitationForm } from "./invitation-form.tsx";
import { InvitationsTable } from "./invitations-table.tsx";
import { RolesCard } from "./roles-card.tsx";
import { TeamTable } from "./team-table.tsx";

/** An organization's people: who is in, who is asked, who may do what. */
export async function Team({ ctx, timeZone }: { ctx: OrganizationContext; timeZone: string }) {
  const { members, invitations } = await readTeam(ctx);
  const mayManage = allowed(ctx.role, "manage_team");
  const handOut = mayManage ? roles.filter((role) => includes(ctx.role, role)) : [];
  const { id, name } = ctx.organization;
  return (
    <>
      {mayManage ? (
        <Card title={`Invite somebody to ${name}`}>
          <InvitationForm
            id="invite"
            label="Role"
            roles={handOut}
            first="agent"
            button="Send the invitation"
            ask={invite.bind(null, id)}
          />
        </Card>
      ) : (
        <Notice title="You can look, but not change">
          An owner or manager invites people and gives them their roles.
        </Notice>
      )}
      <TeamTable ctx={ctx} members={members} roles={handOut} timeZone={timeZone} />
      {invitations.length > 0 && (
        <InvitationsTable
          caption={`People asked to join ${name}`}
          invitations={invitations}
          timeZone={timeZone}
          mayChange={mayManage}
          again={inviteAgain.bind(null, id)}
          withdraw={withdraw.bind(null, id)}
        />
      )}
      <RolesCard />
    </>
  );
}
