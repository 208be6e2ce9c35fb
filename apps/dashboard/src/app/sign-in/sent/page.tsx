import type { Metadata } from "next";
import Link from "next/link";
import { env } from "../../../server/env.ts";
import { buttonClasses } from "../../../ui/button.tsx";
import { Frame } from "../frame.tsx";

export const metadata: Metadata = { title: "Check your mailbox" };
export const dynamic = "force-dynamic";

export default function Sent() {
  const { KEPT_ENV, RESEND_BASE_URL } = env();
  return (
    <Frame title="Check your mailbox">
      <p className="text-ink-2">
        If that address belongs to a member, a sign-in link is on its way. It works once, for the next 30
        minutes.
      </p>
      <div className="mt-8 flex flex-wrap gap-3">
        {KEPT_ENV === "local" && RESEND_BASE_URL && (
          <a href={`${RESEND_BASE_URL}/mailbox`} className={buttonClasses({ look: "primary" })}>
            Open the local mailbox
          </a>
        )}
        <Link href="/sign-in" className={buttonClasses({ look: "secondary" })}>
          Use another address
        </Link>
      </div>
      <p className="mt-8 text-sm text-ink-2">
        Nothing there after a minute? Look in the junk folder, or ask the owner of your shop to invite you.
      </p>
    </Frame>
  );
}
