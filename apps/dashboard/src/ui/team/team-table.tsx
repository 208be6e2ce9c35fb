import type { OrganizationContext, Role, TeamMember } from "@kept/domain";
import { includes } from "@kept/domain";
import { Badge } from "../badge.tsx";
import { Cell, Head, HeadCell, Row, Table } from "../table.tsx";
import { When } from "../when.tsx";
import { MemberActs } from "./member-acts.tsx";
import { roleWords } from "./role-words.ts";

interface Props {
  ctx: OrganizationContext;
  members: readonly TeamMember[];
  /** The roles that who asks may hand out; none when they may not manage. */
  roles: readonly Role[];
  timeZone: string;
}

/** The people: who they are, what they may, when they were last here. */
export function TeamTable({ ctx, members, roles, timeZone }: Props) {
  return (
    <Table caption={`People of ${ctx.organization.name}`}>
      <Head>
        <HeadCell>Name</HeadCell>
        <HeadCell className="hidden @md:table-cell">Role</HeadCell>
        <HeadCell className="hidden @lg:table-cell">Last seen</HeadCell>
        <HeadCell>
          <span className="sr-only">Acts</span>
        </HeadCell>
      </Head>
      <tbody>
        {members.map((member) => {
          const { userId, name, email, role, lastSeenAt } = member;
          const me = userId === ctx.member.userId;
          return (
            <Row key={userId}>
              <Cell>
                <span className="flex flex-wrap items-center gap-x-2">
                  {name}
                  {me && <Badge dot={false}>You</Badge>}
                </span>
                {name !== email && <span className="block text-sm wrap-anywhere text-ink-2">{email}</span>}
                <span className="block text-sm text-ink-2 @md:hidden">{roleWords[role].name}</span>
              </Cell>
              <Cell className="hidden @md:table-cell">{roleWords[role].name}</Cell>
              <Cell className="hidden text-ink-2 @lg:table-cell">
                {lastSeenAt ? <When at={lastSeenAt} timeZone={timeZone} /> : "Never"}
              </Cell>
              <Cell className="text-right @max-md:w-px">
                <MemberActs
                  organization={ctx.organization.id}
                  member={{ userId, name, role }}
                  roles={roles}
                  mayChange={roles.length > 0 && includes(ctx.role, role)}
                  me={me}
                />
              </Cell>
            </Row>
          );
        })}
      </tbody>
    </Table>
  );
}
