import { readAccessTo } from "@kept/domain";
import type { Metadata } from "next";
import { organizationFor, shopFor } from "../../../../../server/context.ts";
import { Notice } from "../../../../../ui/notice.tsx";
import { Team } from "../../../../../ui/team/team.tsx";
import { Agencies } from "./agencies.tsx";

export const metadata: Metadata = { title: "Team" };

/** Who reaches this shop: the people of its own organization, and the agencies its owner let in. */
export default async function TeamSettings({ params }: { params: Promise<{ shop: string }> }) {
  const ctx = await shopFor((await params).shop);
  const { shop, organization } = ctx;
  const ours = organization.id === shop.organizationId;
  return (
    <div className="grid gap-6">
      {ours ? (
        <Team ctx={await organizationFor(organization.id)} timeZone={shop.timeZone} />
      ) : (
        <Notice title={`You are here through ${organization.name}`}>
          The people of {shop.name} are managed by its owner. Those of {organization.name} are under All shops
          › Team.
        </Notice>
      )}
      <Agencies ctx={ctx} access={await readAccessTo(ctx)} />
    </div>
  );
}
