"use client";
import { ActButton } from "../../../../../ui/act-button.tsx";
import { ConfirmButton } from "../../../../../ui/confirm-button.tsx";
import { remove, turn } from "./actions.ts";

interface Props {
  shop: string;
  id: string;
  url: string;
  enabled: boolean;
}

/** Turns an endpoint off and on, and takes it away. */
export function EndpointActs({ shop, id, url, enabled }: Props) {
  return (
    <div className="flex flex-wrap justify-end gap-2">
      <ActButton
        label={enabled ? "Turn off" : "Turn on"}
        about={url}
        busy="Turning…"
        act={() => turn(shop, id, !enabled)}
      />
      <ConfirmButton
        label="Remove"
        about={url}
        title="Remove this endpoint?"
        confirm="Remove"
        busy="Removing…"
        act={() => remove(shop, id)}
      >
        Nothing more is sent to it, and what waits for it is dropped.
      </ConfirmButton>
    </div>
  );
}
