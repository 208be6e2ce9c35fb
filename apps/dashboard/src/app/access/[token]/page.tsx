import { readAccess } from "@kept/domain";
import type { Metadata } from "next";
import { tools } from "../../../server/tools.ts";
import { roleWords } from "../../../ui/team/role-words.ts";
import { Over } from "../../invitation/[token]/over.tsx";
import { Frame } from "../../sign-in/frame.tsx";
import { AcceptAccess } from "./accept-access.tsx";

export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer" };
export const dynamic = "force-dynamic";

/** An agency is asked into a shop; whoever has the letter accepts for it. Looking at the page uses nothing up. */
export default async function AccessPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const asked = await readAccess(await tools(), token);
  if (!asked) return <Over />;
  const { shop, role, invitedBy, email, agencies, name } = asked;
  return (
    <Frame title={`Look after ${shop}`}>
      <p className="mb-6 text-ink-2">
        {invitedBy} invites your agency, with at most the rights of:{" "}
        <span className="text-ink">{roleWords[role].name.toLowerCase()}</span>. {roleWords[role].about} The
        owner can take this back at any time. You sign in with <span className="text-ink">{email}</span>.
      </p>
      <AcceptAccess token={token} agencies={agencies} name={name ?? ""} shop={shop} />
    </Frame>
  );
}
