/**
 * An amount in large, as large as it has room for beside a phone's edges (320 pixels): a number that is broken in two
 * is read as another one. `wide` gives it its full size where the page is wider.
 */
export function LargeAmount({
  text,
  wide = false,
  className = "",
}: {
  text: string;
  wide?: boolean;
  className?: string;
}) {
  const look = "min-w-0 font-semibold leading-none tracking-tight figures";
  return <p className={`${look} ${sizeOf(text)} ${wide ? "sm:text-4xl" : ""} ${className}`}>{text}</p>;
}

const sizes = [
  { room: 9.5, look: "text-4xl" },
  { room: 11.5, look: "text-3xl" },
  { room: 14, look: "text-2xl" },
  { room: 17, look: "text-xl" },
];

/** The largest of the sizes in which so many figures stand in one line of 236 pixels, also in a broad typeface. */
export function sizeOf(text: string): string {
  const narrow = text.match(/[\s.,’٫٬·\p{Cf}]/gu)?.length ?? 0;
  const figures = text.length - narrow * 0.6;
  return sizes.find(({ room }) => figures <= room)?.look ?? "text-lg";
}
