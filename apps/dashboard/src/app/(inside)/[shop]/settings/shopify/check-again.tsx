"use client";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "../../../../../ui/button.tsx";
import { Spinner } from "../../../../../ui/spinner.tsx";

export function CheckAgain() {
  const router = useRouter();
  const [busy, start] = useTransition();
  return (
    <Button aria-disabled={busy || undefined} onClick={() => !busy && start(() => router.refresh())}>
      {busy && <Spinner />}
      {busy ? "Asking Shopify…" : "Check again"}
    </Button>
  );
}
