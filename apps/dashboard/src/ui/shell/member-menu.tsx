import Link from "next/link";
import { signOut } from "../../app/sign-out-action.ts";
import { ThemeChoice } from "./theme-choice.tsx";

interface Props {
  person: { name: string; email: string };
  theme: "light" | "dark" | "system";
}

export function MemberMenu({ person, theme }: Props) {
  return (
    <div>
      <button
        type="button"
        popoverTarget="member-menu"
        className="flex w-full items-center gap-2.5 rounded-lg p-1 text-left hover:bg-hover md:p-1.5"
      >
        <span
          aria-hidden="true"
          className="grid size-7 shrink-0 place-items-center rounded-full bg-accent-soft text-xs font-medium text-accent-ink"
        >
          {person.name.slice(0, 1).toUpperCase()}
        </span>
        <span className="sr-only min-w-0 flex-1 truncate text-sm text-ink-2 md:not-sr-only">
          {person.name}
        </span>
      </button>
      <div
        id="member-menu"
        popover="auto"
        className="fixed inset-auto top-14 right-3 m-0 w-64 rounded-xl border border-line-strong bg-raised p-1.5 text-ink md:top-auto md:right-auto md:bottom-16 md:left-3"
      >
        <div className="px-2 py-2">
          <p className="truncate font-medium">{person.name}</p>
          <p className="truncate text-sm text-ink-2">{person.email}</p>
        </div>
        <div className="border-y border-line px-2 py-2.5">
          <ThemeChoice chosen={theme} />
        </div>
        <Link href="/shops/account" className="mt-1.5 block rounded-lg px-2 py-1.5 hover:bg-hover">
          Account and devices
        </Link>
        <form action={signOut}>
          <button type="submit" className="w-full rounded-lg px-2 py-1.5 text-left hover:bg-hover">
            Sign out
          </button>
        </form>
      </div>
    </div>
  );
}
