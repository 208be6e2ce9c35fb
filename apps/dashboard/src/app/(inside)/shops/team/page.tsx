import { organizationsOf } from "@kept/domain";
import type { Metadata } from "next";
import { member, organizationFor } from "../../../../server/context.ts";
import { tools } from "../../../../server/tools.ts";
import { Empty } from "../../../../ui/empty.tsx";
import { PageHeader } from "../../../../ui/page-header.tsx";
import { Team } from "../../../../ui/team/team.tsx";
import { OrganizationTabs } from "./organization-tabs.tsx";

export const metadata: Metadata = { title: "Team" };

interface Props {
  searchParams: Promise<{ of?: string }>;
}

/** The people of one's organization; of several, the one in the address. */
export default async function TeamPage({ searchParams }: Props) {
  const { of } = await searchParams;
  const { userId } = await member();
  const organizations = await organizationsOf(await tools(), userId);
  const chosen = of ?? organizations[0]?.id;
  return (
    <>
      <PageHeader title="Team" />
      {chosen ? (
        <div className="grid gap-6">
          {organizations.length > 1 && <OrganizationTabs organizations={organizations} chosen={chosen} />}
          <Team ctx={await organizationFor(chosen)} timeZone="UTC" />
        </div>
      ) : (
        <Empty title="No team">You belong to no organization. Somebody has to invite you.</Empty>
      )}
    </>
  );
}
