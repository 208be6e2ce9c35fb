import type { Session } from "@kept/domain";
import { Badge } from "../../../../ui/badge.tsx";
import { ConfirmButton } from "../../../../ui/confirm-button.tsx";
import { Cell, Head, HeadCell, Row, Table } from "../../../../ui/table.tsx";
import { When } from "../../../../ui/when.tsx";
import { endAllOthers, endOne } from "./actions.ts";

/** One row a browser; each can be signed out from here, and all others at once. */
export function SessionsTable({ sessions }: { sessions: readonly Session[] }) {
  return (
    <>
      <Table caption="Browsers you are signed in with">
        <Head>
          <HeadCell>Browser</HeadCell>
          <HeadCell>Last seen</HeadCell>
          <HeadCell className="hidden @lg:table-cell">Signed in</HeadCell>
          <HeadCell>
            <span className="sr-only">Acts</span>
          </HeadCell>
        </Head>
        <tbody>
          {sessions.map(({ id, device, here, lastSeenAt, signedInAt }) => (
            <Row key={id}>
              <Cell>
                <span className="flex flex-wrap items-center gap-x-2">
                  {device}
                  {here && <Badge tone="good">This browser</Badge>}
                </span>
              </Cell>
              <Cell className="text-ink-2">
                <When at={lastSeenAt} timeZone="UTC" />
              </Cell>
              <Cell className="hidden text-ink-2 @lg:table-cell">
                <When at={signedInAt} timeZone="UTC" />
              </Cell>
              <Cell className="text-right">
                {!here && (
                  <ConfirmButton
                    label="Sign out"
                    about={device}
                    title={`Sign out ${device}?`}
                    confirm="Sign out"
                    busy="Signing out…"
                    act={endOne.bind(null, id)}
                  >
                    Whoever uses it has to sign in again with their next click.
                  </ConfirmButton>
                )}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      {sessions.length > 1 && (
        <div className="flex justify-end">
          <ConfirmButton
            label="Sign out everywhere else"
            about=""
            title="Sign out everywhere else?"
            confirm="Sign out everywhere else"
            busy="Signing out…"
            act={endAllOthers}
          >
            Every browser but this one has to sign in again with its next click.
          </ConfirmButton>
        </div>
      )}
    </>
  );
}
