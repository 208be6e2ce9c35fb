import { ButtonLink } from "./button.tsx";

interface Props {
  first: string | null;
  previous?: string | null;
  next: string | null;
}

/** From page to page by key: the first one, the one before, the next. */
export function Pager({ first, previous = null, next }: Props) {
  if (!first && !previous && !next) return null;
  return (
    <nav aria-label="Pages" className="mt-4 flex justify-end gap-2">
      {first && (
        <ButtonLink href={first} size="small">
          First page
        </ButtonLink>
      )}
      {previous && (
        <ButtonLink href={previous} size="small" rel="prev">
          Previous
        </ButtonLink>
      )}
      {next && (
        <ButtonLink href={next} size="small" rel="next">
          Next page
        </ButtonLink>
      )}
    </nav>
  );
}
