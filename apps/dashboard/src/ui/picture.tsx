import { classes } from "./classes.ts";

/** A product's picture, or its quiet stand-in. Decorative: the title stands beside it. */
export function Picture({
  url,
  size = "size-10",
  className,
}: {
  url: string | null;
  size?: string;
  className?: string;
}) {
  const box = classes(size, "shrink-0 rounded-md border border-line bg-sunken object-cover", className);
  if (!url) return <span aria-hidden="true" className={box} />;
  // The shop's CDN already serves small pictures; a second resizer would only cost.
  return <img src={url} alt="" loading="lazy" decoding="async" className={box} />;
}
