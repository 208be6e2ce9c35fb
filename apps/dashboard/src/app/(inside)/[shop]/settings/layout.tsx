import type { ReactNode } from "react";
import { PageHeader } from "../../../../ui/page-header.tsx";
import { SettingsTabs } from "./settings-tabs.tsx";

interface Props {
  children: ReactNode;
  params: Promise<{ shop: string }>;
}

export default async function SettingsLayout({ children, params }: Props) {
  const { shop } = await params;
  return (
    <>
      <PageHeader title="Settings" />
      <SettingsTabs shop={shop} />
      {children}
    </>
  );
}
