import { ShownOnce } from "../../../../../ui/shown-once.tsx";

/** The one time a key is shown. */
export function NewSecret({ name, secret }: { name: string; secret: string }) {
  const title = `“${name}” is ready. Copy it now: it is shown only this once.`;
  return (
    <ShownOnce label={`The new key “${name}”`} secret={secret} title={title}>
      Whoever has it may do what you ticked. Keep it where you keep passwords.
    </ShownOnce>
  );
}
