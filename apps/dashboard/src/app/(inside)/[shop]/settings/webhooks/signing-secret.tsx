import { ShownOnce } from "../../../../../ui/shown-once.tsx";

/** The one time a signing secret is shown. */
export function SigningSecret({ url, secret }: { url: string; secret: string }) {
  const title = `${url} is told from now on. Copy its secret now: it is shown only this once.`;
  return (
    <ShownOnce label={`The signing secret of ${url}`} secret={secret} title={title}>
      Every letter is signed with it by the Standard Webhooks scheme. Check the signature before you believe a
      letter.
    </ShownOnce>
  );
}
