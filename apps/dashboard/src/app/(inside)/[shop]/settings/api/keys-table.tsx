import type { ApiKey } from "@kept/domain";
import { Badge } from "../../../../../ui/badge.tsx";
import { Card } from "../../../../../ui/card.tsx";
import { Empty } from "../../../../../ui/empty.tsx";
import { Cell, Head, HeadCell, Row, Table } from "../../../../../ui/table.tsx";
import { When } from "../../../../../ui/when.tsx";
import { RevokeButton } from "./revoke-button.tsx";
import { scopeWords } from "./scope-words.ts";

interface Props {
  keys: readonly ApiKey[];
  shop: string;
  timeZone: string;
  mayChange: boolean;
}

/** Every key there ever was: which are in use, and who had the others. */
export function KeysTable({ keys, shop, timeZone, mayChange }: Props) {
  if (keys.length === 0)
    return (
      <Card flush>
        <Empty title="No keys yet">
          A key lets a program of yours, a warehouse system or a help desk, have returns quoted exactly as the
          portal does.
        </Empty>
      </Card>
    );
  return (
    <Table caption="API keys, newest first">
      <Head>
        <HeadCell>Name</HeadCell>
        <HeadCell>Key</HeadCell>
        <HeadCell>Created</HeadCell>
        <HeadCell>Last used</HeadCell>
        <HeadCell>
          <span className="sr-only">State and acts</span>
        </HeadCell>
      </Head>
      <tbody>
        {keys.map((key) => (
          <Row key={key.id}>
            <Cell>
              {key.name}
              <span className="block text-sm text-ink-2">
                {key.scopes.map((scope) => scopeWords[scope].name).join(", ") || "May nothing"}
              </span>
            </Cell>
            <Cell className="font-mono text-xs">{key.prefix}…</Cell>
            <Cell>
              <When at={key.createdAt} timeZone={timeZone} />
              <span className="block text-sm text-ink-2">{key.createdBy}</span>
            </Cell>
            <Cell>{key.lastUsedAt ? <When at={key.lastUsedAt} timeZone={timeZone} /> : "Never"}</Cell>
            <Cell className="text-right">
              <State apiKey={key} shop={shop} timeZone={timeZone} mayChange={mayChange} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function State({ apiKey, shop, timeZone, mayChange }: Omit<Props, "keys"> & { apiKey: ApiKey }) {
  if (!apiKey.revokedAt)
    return mayChange ? (
      <RevokeButton shop={shop} id={apiKey.id} name={apiKey.name} />
    ) : (
      <Badge tone="good">In use</Badge>
    );
  return (
    <>
      <Badge>Revoked</Badge>
      <span className="block text-sm text-ink-2">
        {apiKey.revokedBy}, <When at={apiKey.revokedAt} timeZone={timeZone} />
      </span>
    </>
  );
}
