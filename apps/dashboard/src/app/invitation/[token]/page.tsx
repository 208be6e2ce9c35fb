import { readInvitation } from "@kept/domain";
import type { Metadata } from "next";
import { tools } from "../../../server/tools.ts";
import { roleWords } from "../../../ui/team/role-words.ts";
import { Frame } from "../../sign-in/frame.tsx";
import { AcceptForm } from "./accept-form.tsx";
import { Over } from "./over.tsx";

export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer" };
export const dynamic = "force-dynamic";

/** What a letter's link leads to. Looking at it uses nothing up: mail programs look before people do. */
export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await readInvitation(await tools(), token);
  if (!invitation) return <Over />;
  const { email, role, organization, invitedBy, name } = invitation;
  return (
    <Frame title={`Join ${organization}`}>
      <p className="mb-6 text-ink-2">
        {invitedBy} invites you as <span className="text-ink">{roleWords[role].name.toLowerCase()}</span>.{" "}
        {roleWords[role].about} You sign in with <span className="text-ink">{email}</span>.
      </p>
      <AcceptForm token={token} name={name ?? ""} organization={organization} />
    </Frame>
  );
}
