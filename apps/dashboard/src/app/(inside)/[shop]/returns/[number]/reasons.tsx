/** Why a button rests. */
export function Reasons({ reasons }: { reasons: readonly string[] }) {
  if (reasons.length === 0) return null;
  return (
    <ul className="mt-3 grid gap-1.5 text-sm text-person-ink">
      {reasons.map((reason) => (
        <li key={reason} className="flex gap-2">
          <span aria-hidden="true" className="mt-1.5 size-1.5 shrink-0 rounded-full bg-person" />
          {reason}
        </li>
      ))}
    </ul>
  );
}
