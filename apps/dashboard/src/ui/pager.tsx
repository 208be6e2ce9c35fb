import { ButtonLink } from "./button.tsx";

/** From page to page by key: the first one, or the next. */
export function Pager({ first, next }: { first: string | null; next: string | null }) {
  if (!first && !next) return null;
  return (
    <nav aria-label="Pages" className="mt-4 flex justify-end gap-2">
      {first && (
        <ButtonLink href={first} size="small">
          First page
        </ButtonLink>
      )}
      {next && (
        <ButtonLink href={next} size="small">
          Next page
        </ButtonLink>
      )}
    </nav>
  );
}
