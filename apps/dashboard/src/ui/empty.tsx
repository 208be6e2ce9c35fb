import type { ReactNode } from "react";

/** An empty list: what will appear here, and the one next step. */
export function Empty({
  title,
  children,
  action,
}: {
  title: string;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-center px-6 py-16 text-center">
      <svg
        viewBox="0 0 48 48"
        aria-hidden="true"
        className="mb-4 size-10 text-line-strong"
        fill="none"
        stroke="currentColor"
      >
        <rect x="6.5" y="10.5" width="35" height="27" rx="5" />
        <path d="M6.5 18.5h35M13 26.5h10M13 31.5h6" strokeLinecap="round" />
        <circle cx="34" cy="29" r="3.5" />
      </svg>
      <p className="font-medium">{title}</p>
      <p className="mt-1 max-w-sm text-sm text-balance text-ink-2">{children}</p>
      {action && <div className="mt-5">{action}</div>}
    </div>
  );
}
