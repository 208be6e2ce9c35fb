/** A section's title and, where it can be changed, the way back; `name` says to a screen reader what is changed. */
export function SectionHead({
  title,
  change,
}: {
  title: string;
  change?: { href: string; text: string; name: string };
}) {
  return (
    <div className="flex items-baseline justify-between gap-4">
      <h2 className="font-semibold">{title}</h2>
      {change && (
        <a
          href={change.href}
          aria-label={change.name}
          className="-my-2 inline-flex min-h-11 items-center text-sm underline underline-offset-4"
        >
          {change.text}
        </a>
      )}
    </div>
  );
}
