import { Spinner } from "../../../../../ui/spinner.tsx";

/** The shape of the list while Shopify is asked; it answers within ten seconds or is said not to. */
export default function Asking() {
  return (
    <div role="status">
      <p className="mb-5 flex h-9 items-center gap-2 text-ink-2">
        <Spinner />
        Asking Shopify…
      </p>
      <div aria-hidden="true" className="rounded-xl border border-line bg-surface">
        {["w-24", "w-44", "w-32", "w-36"].map((width) => (
          <div key={width} className="grid gap-2.5 border-b border-line px-5 py-5 last:border-0">
            <span className={`h-3.5 rounded bg-hover ${width}`} />
            <span className="h-3 w-2/3 rounded bg-hover" />
          </div>
        ))}
      </div>
    </div>
  );
}
