import { acts, allowed, type Role, roles } from "@kept/domain";
import { Card } from "../card.tsx";
import { CheckIcon } from "../icons.tsx";
import { Cell, Head, HeadCell, Row, Table } from "../table.tsx";
import { actWords, roleWords } from "./role-words.ts";

/**
 * Who may do what: made from the very rights that are asked for each act, so that it cannot say
 * something else. On a phone what each role is says it alone.
 */
export function RolesCard() {
  return (
    <Card title="Who may do what" flush>
      <dl className="grid gap-x-8 gap-y-3 p-4 sm:grid-cols-2 sm:p-5">
        {roles.map((role) => (
          <div key={role}>
            <dt className="font-medium">{roleWords[role].name}</dt>
            <dd className="text-sm text-ink-2">{roleWords[role].about}</dd>
          </div>
        ))}
      </dl>
      <div className="hidden border-t border-line sm:block">
        <Table caption="Roles and what they may do" framed={false}>
          <Head>
            <HeadCell>
              <span className="sr-only">Act</span>
            </HeadCell>
            {roles.map((role) => (
              <HeadCell key={role} className="text-center">
                {roleWords[role].name}
              </HeadCell>
            ))}
          </Head>
          <tbody>
            {acts.map((act) => (
              <Row key={act}>
                <Cell>{actWords[act]}</Cell>
                {roles.map((role) => (
                  <Cell key={role} className="text-center">
                    <May role={role} act={act} />
                  </Cell>
                ))}
              </Row>
            ))}
          </tbody>
        </Table>
      </div>
    </Card>
  );
}

function May({ role, act }: { role: Role; act: (typeof acts)[number] }) {
  return allowed(role, act) ? (
    <>
      <CheckIcon className="mx-auto text-accent-ink" />
      <span className="sr-only">Yes</span>
    </>
  ) : (
    <>
      <span aria-hidden="true" className="text-ink-3">
        –
      </span>
      <span className="sr-only">No</span>
    </>
  );
}
