import { shopsOf } from "@kept/domain";
import type { Metadata } from "next";
import { member } from "../../../server/context.ts";
import { tools } from "../../../server/tools.ts";
import { Empty } from "../../../ui/empty.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { ShopsTable } from "./shops-table.tsx";

export const metadata: Metadata = { title: "All shops" };

export default async function AllShops() {
  const person = await member();
  const shops = await shopsOf(await tools(), person.userId);
  return (
    <>
      <PageHeader title="All shops" />
      {shops.length > 0 ? (
        <ShopsTable shops={shops} />
      ) : (
        <Empty title="No shop yet">
          Your shops appear here once one is connected, or once its owner lets you in.
        </Empty>
      )}
    </>
  );
}
