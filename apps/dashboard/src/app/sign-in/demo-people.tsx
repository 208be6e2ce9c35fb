interface Person {
  readonly email: string;
  readonly name: string;
  readonly organization: string;
  readonly role: string;
  readonly kind: string;
}

/** One click instead of a mailbox, on one's own machine only. A plain form: the answer is a redirect with a cookie. */
export function DemoPeople({ people }: { people: readonly Person[] }) {
  return (
    <section aria-labelledby="demo" className="mt-10 border-t border-line pt-6">
      <h2 id="demo" className="text-sm text-ink-2">
        Or look around the demo as
      </h2>
      <form action="/sign-in/demo" method="post" className="mt-3 grid gap-2">
        {people.map((person) => (
          <button
            type="submit"
            key={person.email}
            name="email"
            value={person.email}
            className="group flex items-center gap-3 rounded-lg border border-line bg-surface px-3 py-2.5 text-left hover:border-line-strong hover:bg-hover"
          >
            <span
              aria-hidden="true"
              className="grid size-8 shrink-0 place-items-center rounded-full bg-accent-soft text-sm font-medium text-accent-ink"
            >
              {person.name.slice(0, 1)}
            </span>
            <span className="min-w-0 flex-1">
              <span className="block truncate">{person.name}</span>
              <span className="block text-sm text-ink-2">{whatIs(person)}</span>
            </span>
            <span aria-hidden="true" className="text-ink-3 transition-transform group-hover:translate-x-0.5">
              →
            </span>
          </button>
        ))}
      </form>
    </section>
  );
}

function whatIs({ organization, role, kind }: Person): string {
  const what = kind === "agency" ? "agency" : `${role} of one shop`;
  return `${organization} · ${what}`;
}
