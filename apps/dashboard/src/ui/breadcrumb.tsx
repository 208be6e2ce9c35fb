import Link from "next/link";

/** Where a page is: the way back up, page by page. */
export function Breadcrumb({ trail }: { trail: readonly { href: string; name: string }[] }) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="flex flex-wrap gap-x-1.5">
        {trail.map(({ href, name }) => (
          <li key={href} className="flex gap-x-1.5">
            <Link href={href} className="hover:text-ink hover:underline">
              {name}
            </Link>
            <span aria-hidden="true">/</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
