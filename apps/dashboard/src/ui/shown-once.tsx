import type { ReactNode } from "react";
import { CopyText } from "./copy-text.tsx";

interface Props {
  /** What it is, for those who do not see where it stands: "The signing secret of https://…". */
  label: string;
  secret: string;
  /** What has just happened. */
  title: ReactNode;
  /** What to do with it. */
  children: ReactNode;
}

/** A secret, the one time it is shown. */
export function ShownOnce({ label, secret, title, children }: Props) {
  return (
    <section aria-label={label} className="mb-5 rounded-lg border border-accent-line bg-accent-soft p-4">
      <p role="status" className="font-medium break-words text-accent-ink">
        {title}
      </p>
      <p className="mt-1 text-sm text-ink-2">{children}</p>
      <CopyText label="it" value={secret} className="bg-raised" />
    </section>
  );
}
