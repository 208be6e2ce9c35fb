/** Lines to read or copy; they scroll sideways inside their own frame, with the keyboard as well. */
export function CodeBlock({ label, children }: { label: string; children: string }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="max-h-112 overflow-auto rounded-lg border border-line bg-sunken p-3.5"
    >
      <pre className="font-mono text-xs text-ink">
        <code>{children}</code>
      </pre>
    </section>
  );
}
