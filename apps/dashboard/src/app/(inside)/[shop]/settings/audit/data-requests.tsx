import { type DataRequest, documentDays } from "@kept/domain";
import { ButtonLink } from "../../../../../ui/button.tsx";
import { Cell, Head, HeadCell, Row, Table } from "../../../../../ui/table.tsx";
import { When } from "../../../../../ui/when.tsx";

interface Props {
  requests: readonly DataRequest[];
  shop: string;
  timeZone: string;
}

/** What customers asked Shopify for: their data, or to be forgotten. Nothing to see until somebody does. */
export function DataRequests({ requests, shop, timeZone }: Props) {
  if (requests.length === 0) return null;
  return (
    <section aria-labelledby="requests">
      <h2 id="requests" className="mb-1 text-lg font-medium">
        What customers asked for
      </h2>
      <p className="mb-3 text-sm text-ink-2">
        Shopify passes these on. Hand a document to the customer within thirty days; after {documentDays} days
        it is removed here.
      </p>
      <Table caption="Customers’ requests about their data, newest first">
        <Head>
          <HeadCell>Asked</HeadCell>
          <HeadCell>For</HeadCell>
          <HeadCell>Customer</HeadCell>
          <HeadCell>
            <span className="sr-only">State</span>
          </HeadCell>
        </Head>
        <tbody>
          {requests.map((request) => (
            <Row key={request.id}>
              <Cell>
                <When at={request.requestedAt} timeZone={timeZone} />
              </Cell>
              <Cell>{request.kind === "data_request" ? "Their data" : "To be forgotten"}</Cell>
              <Cell className="figures">{request.customerGid.split("/").at(-1)}</Cell>
              <Cell className="text-right">
                <State request={request} shop={shop} timeZone={timeZone} />
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

function State({ request, shop, timeZone }: { request: DataRequest; shop: string; timeZone: string }) {
  if (!request.doneAt) return <span className="text-ink-2">Under way</span>;
  if (request.kind === "redact_customer") return <span className="text-ink-2">Forgotten</span>;
  if (!request.hasDocument) return <span className="text-ink-2">Document removed</span>;
  return (
    <span className="inline-flex flex-col items-end gap-1">
      <ButtonLink href={`/${shop}/settings/audit/document?id=${request.id}`} size="small" prefetch={false}>
        Take the document
      </ButtonLink>
      {request.handedOverAt && (
        <span className="text-sm text-ink-2">
          Taken by {request.handedOverBy}, <When at={request.handedOverAt} timeZone={timeZone} />
        </span>
      )}
    </span>
  );
}
