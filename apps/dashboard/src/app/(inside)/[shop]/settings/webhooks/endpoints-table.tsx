import type { Endpoint } from "@kept/domain";
import Link from "next/link";
import { Cell, Head, HeadCell, Row, Table } from "../../../../../ui/table.tsx";
import { When } from "../../../../../ui/when.tsx";
import { EndpointActs } from "./endpoint-acts.tsx";
import { EndpointState } from "./endpoint-state.tsx";

interface Props {
  endpoints: readonly Endpoint[];
  shop: string;
  timeZone: string;
  mayChange: boolean;
}

/** One row an endpoint; its address leads to everything that was sent there. */
export function EndpointsTable({ endpoints, shop, timeZone, mayChange }: Props) {
  return (
    <Table caption="Webhook endpoints, newest first">
      <Head>
        <HeadCell>Address</HeadCell>
        <HeadCell>State</HeadCell>
        <HeadCell className="hidden @2xl:table-cell">Added</HeadCell>
        <HeadCell>
          <span className="sr-only">Acts</span>
        </HeadCell>
      </Head>
      <tbody>
        {endpoints.map((endpoint) => (
          <Row key={endpoint.id}>
            <Cell>
              <Link
                href={`/${shop}/settings/webhooks/${endpoint.id}`}
                className="font-mono text-sm break-all underline-offset-4 hover:underline"
              >
                {endpoint.url}
              </Link>
              <span className="block text-sm text-ink-2">
                {endpoint.description && `${endpoint.description} · `}
                {endpoint.topics.length === 1 ? endpoint.topics[0] : `${endpoint.topics.length} topics`}
              </span>
            </Cell>
            <Cell>
              <EndpointState endpoint={endpoint} />
            </Cell>
            <Cell className="hidden text-ink-2 @2xl:table-cell">
              <When at={endpoint.createdAt} timeZone={timeZone} />
              <span className="block text-sm">{endpoint.createdBy}</span>
            </Cell>
            <Cell className="text-right">
              {mayChange && (
                <EndpointActs
                  shop={shop}
                  id={endpoint.id}
                  url={endpoint.url}
                  enabled={endpoint.disabledAt === null}
                />
              )}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
