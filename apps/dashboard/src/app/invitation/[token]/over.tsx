import Link from "next/link";
import { buttonClasses } from "../../../ui/button.tsx";
import { Frame } from "../../sign-in/frame.tsx";

/** The same for a link that was used, withdrawn, replaced, is too old, or never was one. */
export function Over() {
  return (
    <Frame title="This invitation is over">
      <p className="text-ink-2">
        The link was used already, was withdrawn, or is older than a week. Ask whoever invited you for a new
        one. If you accepted it before, just sign in.
      </p>
      <div className="mt-8">
        <Link href="/sign-in" className={buttonClasses({ look: "primary" })}>
          Sign in
        </Link>
      </div>
    </Frame>
  );
}
