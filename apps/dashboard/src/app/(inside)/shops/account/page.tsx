import { idleHours, mySessions, sessionDays } from "@kept/domain";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import { member } from "../../../../server/context.ts";
import { sessionCookie } from "../../../../server/session-cookie.ts";
import { tools } from "../../../../server/tools.ts";
import { Card } from "../../../../ui/card.tsx";
import { PageHeader } from "../../../../ui/page-header.tsx";
import { NameForm } from "./name-form.tsx";
import { SessionsTable } from "./sessions-table.tsx";

export const metadata: Metadata = { title: "Account" };

/** Who one is here, and where one is signed in. */
export default async function Account() {
  const person = await member();
  const token = (await cookies()).get(sessionCookie().name)?.value ?? "";
  const sessions = await mySessions(await tools(), { userId: person.userId, token });
  return (
    <>
      <PageHeader title="Account" />
      <div className="grid gap-6">
        <Card title="You">
          <NameForm name={person.name} email={person.email} />
        </Card>
        <section aria-labelledby="devices" className="grid gap-3">
          <div>
            <h2 id="devices" className="text-base">
              Where you are signed in
            </h2>
            <p className="text-sm text-ink-2">
              A browser is signed out by itself after {idleHours} hours without a click, and {sessionDays}{" "}
              days after signing in.
            </p>
          </div>
          <SessionsTable sessions={sessions} />
        </section>
      </div>
    </>
  );
}
