import { ButtonLink } from "../ui/button.tsx";
import { Wordmark } from "../ui/wordmark.tsx";

export default function NotFound() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-sm flex-col items-start justify-center gap-6 px-6">
      <Wordmark />
      <div>
        <h1 className="text-2xl">There is nothing here</h1>
        <p className="mt-2 text-ink-2">
          The page does not exist, or it belongs to a shop you cannot reach. Ask its owner to let you in.
        </p>
      </div>
      <ButtonLink href="/" look="primary">
        Go to your shops
      </ButtonLink>
    </main>
  );
}
