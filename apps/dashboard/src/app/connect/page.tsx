import { allowed, organizationsOf, pendingShop } from "@kept/domain";
import type { Metadata } from "next";
import Link from "next/link";
import { whoAsks } from "../../server/context.ts";
import { tools } from "../../server/tools.ts";
import { Notice } from "../../ui/notice.tsx";
import { Frame } from "../sign-in/frame.tsx";
import { connectKey } from "./connect-cookie.ts";
import { JoinForm } from "./join-form.tsx";
import { SignUpForm } from "./sign-up-form.tsx";

export const metadata: Metadata = { title: "Connect your shop" };
export const dynamic = "force-dynamic";

interface Props {
  searchParams: Promise<{ problem?: string }>;
}

/** A shop has consented and waits in this browser: somebody signed in says whose it is, or founds what it belongs to. */
export default async function Connect({ searchParams }: Props) {
  const open = await tools();
  const pending = await pendingShop(open, await connectKey());
  if (!pending || (await searchParams).problem) return <NothingWaits />;
  const person = await whoAsks();
  if (!person)
    return (
      <Frame title={<ConnectWords domain={pending.domain} />}>
        <p className="mb-6 text-ink-2">
          Shopify has connected Kept. One thing is missing: who it belongs to. Nothing is lost if you come
          back within a day in this browser.
        </p>
        <SignUpForm />
        <p className="mt-6 border-t border-line pt-6 text-sm text-ink-2">
          You use Kept already?{" "}
          <Link href="/sign-in?to=/connect" className="text-ink underline underline-offset-4">
            Sign in
          </Link>{" "}
          and choose your organization.
        </p>
      </Frame>
    );
  const mine = (await organizationsOf(open, person.userId)).filter(({ role }) =>
    allowed(role, "change_policy"),
  );
  return (
    <Frame title={<ConnectWords domain={pending.domain} />}>
      {mine.length > 0 ? (
        <JoinForm domain={pending.domain} organizations={mine.map(({ id, name }) => ({ id, name }))} />
      ) : (
        <Notice tone="person" title="Your role does not include connecting shops">
          You are signed in as {person.email}. Ask an owner or manager of your organization to install Kept.
        </Notice>
      )}
    </Frame>
  );
}

/** The shop's address stays in one piece while there is room for it. */
function ConnectWords({ domain }: { domain: string }) {
  return (
    <>
      Connect <span className="inline-block max-w-full wrap-anywhere">{domain}</span>
    </>
  );
}

function NothingWaits() {
  return (
    <Frame title="Connect your shop">
      <Notice tone="person" title="Shopify did not finish connecting">
        Nothing was changed. Open Kept from the Shopify App Store or from your Shopify admin again; you can
        take your time on Shopify’s page, up to a quarter of an hour.
      </Notice>
      <p className="mt-6 text-sm text-ink-2">
        <Link href="/" className="text-ink underline underline-offset-4">
          Go to Kept
        </Link>
      </p>
    </Frame>
  );
}
