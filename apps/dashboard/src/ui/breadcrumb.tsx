import Link from "next/link";

/** Where a page is: the way back up, page by page. */
export function Breadcrumb({ trail }: { trail: readonly { href: string; name: string }[] }) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="flex flex-wrap gap-x-1.5">
        {trail.map(({ href, name }, index) => (
          <li key={href} className="flex gap-x-1.5">
            <span aria-hidden="true">{index === 0 ? "‹" : "/"}</span>
            <Link href={href} className="hover:text-ink hover:underline">
              {name}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
