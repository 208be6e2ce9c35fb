import type { ReactNode } from "react";

/** The head of a page: where it is, its name, what can be done. */
export function PageHeader({
  above,
  title,
  aside,
  children,
}: {
  above?: ReactNode;
  title: ReactNode;
  aside?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {above && <div className="mb-1 text-sm text-ink-2">{above}</div>}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="text-xl">{title}</h1>
          {aside}
        </div>
      </div>
      {children && (
        <div className="flex flex-wrap items-center gap-2 max-sm:grow max-sm:justify-end">{children}</div>
      )}
    </header>
  );
}
