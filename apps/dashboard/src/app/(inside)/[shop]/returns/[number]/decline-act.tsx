"use client";
import { useState } from "react";
import { Button } from "../../../../../ui/button.tsx";
import { DeclineDialog } from "./decline-dialog.tsx";

/** No, to a request and after all: as long as no money moves. It stays open while a colleague decides, and says so. */
export function DeclineAct({ shop, number, status }: { shop: string; number: number; status: string }) {
  const [declining, setDeclining] = useState(false);
  return (
    <div className="mt-2 grid">
      <Button look="danger" onClick={() => setDeclining(true)}>
        Decline…
      </Button>
      <DeclineDialog
        shop={shop}
        number={number}
        status={status}
        open={declining}
        onClose={() => setDeclining(false)}
      />
    </div>
  );
}
