import { demoPeople } from "@kept/domain";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { whoAsks } from "../../server/context.ts";
import { env } from "../../server/env.ts";
import { pathInside } from "../../server/path-inside.ts";
import { tools } from "../../server/tools.ts";
import { Notice } from "../../ui/notice.tsx";
import { DemoPeople } from "./demo-people.tsx";
import { EmailForm } from "./email-form.tsx";
import { Frame } from "./frame.tsx";

export const metadata: Metadata = { title: "Sign in" };

interface Props {
  searchParams: Promise<{ to?: string; callbackUrl?: string; error?: string }>;
}

export default async function SignIn({ searchParams }: Props) {
  const { to, error } = await searchParams;
  const path = pathInside(to);
  if (await whoAsks()) redirect(path);
  const people = env().KEPT_ENV === "local" ? await demoPeople(await tools()) : [];
  return (
    <Frame title="Sign in to Kept">
      {error && (
        <div className="mb-6">
          <Notice tone="person" title={error === "Verification" ? usedLink : otherTrouble} announced />
        </div>
      )}
      <EmailForm to={path} />
      {people.length > 0 && <DemoPeople people={people} />}
    </Frame>
  );
}

const usedLink = "That link has been used or is too old. Ask for a new one below.";
const otherTrouble = "Signing in did not work this time. Ask for a new link below.";
