import type { ReactNode } from "react";

const shape =
  "inline-flex min-h-12 items-center justify-center rounded-brand px-5 py-3 text-center font-semibold leading-snug figures";

const looks = {
  // The border is seen only where colors are forced, and says there that this is a button.
  primary: `${shape} border border-transparent bg-brand text-on-brand hover:opacity-90`,
  quiet: `${shape} border border-edge bg-surface text-ink hover:border-ink`,
  risk: `${shape} border border-risk text-risk hover:bg-risk-tint`,
};

export type ButtonLook = keyof typeof looks;

/** Sends its form. `busy` is what it says while the answer is on its way, where a script can say it. */
export function SendButton({
  look = "primary",
  busy,
  name,
  value,
  className = "",
  children,
}: {
  look?: ButtonLook;
  busy?: string;
  name?: string;
  value?: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <button
      type="submit"
      name={name}
      value={value}
      data-busy={busy}
      className={`${looks[look]} ${className}`}
    >
      {children}
    </button>
  );
}

export function LinkButton({
  href,
  look = "primary",
  className = "",
  children,
}: {
  href: string;
  look?: ButtonLook;
  className?: string;
  children: ReactNode;
}) {
  return (
    <a href={href} className={`${looks[look]} ${className}`}>
      {children}
    </a>
  );
}
