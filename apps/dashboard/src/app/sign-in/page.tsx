import { demoPeople } from "@kept/domain";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { whoAsks } from "../../server/context.ts";
import { env } from "../../server/env.ts";
import { googleProviders } from "../../server/google.ts";
import { pathInside } from "../../server/path-inside.ts";
import { tools } from "../../server/tools.ts";
import { Notice } from "../../ui/notice.tsx";
import { DemoPeople } from "./demo-people.tsx";
import { EmailForm } from "./email-form.tsx";
import { Frame } from "./frame.tsx";
import { GoogleButton } from "./google-button.tsx";

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
          <Notice tone="person" title={troubles[error] ?? otherTrouble} announced />
        </div>
      )}
      <EmailForm to={path} />
      {googleProviders().length > 0 && <GoogleButton to={path} />}
      {people.length > 0 && <DemoPeople people={people} />}
    </Frame>
  );
}

const troubles: Readonly<Record<string, string>> = {
  Verification: "That link has been used or is too old. Ask for a new one below.",
  AccessDenied:
    "With that Google account nobody signs in here: its address is no member's, or Google has not verified it. Ask for a link below.",
};
const otherTrouble = "Signing in did not work this time. Ask for a new link below.";
