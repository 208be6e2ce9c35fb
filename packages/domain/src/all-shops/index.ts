export type { CopyNote } from "./copy-notes.ts";
export {
  type CopyPreview,
  type CopyRefusal,
  copySettings,
  mostTargets,
  previewCopy,
} from "./copy-settings.ts";
export { type FoundReturn, searchShops } from "./search-shops.ts";
export { type CopySection, copySections, type SettingsChange } from "./shop-settings.ts";
export { type ShopHealth, type ShopOverview, shopHealths, shopsOverview } from "./shops-overview.ts";
export {
  type CopyResult,
  readCopy,
  type SettingsCopy,
  settingsCopiesOf,
  undoCopy,
} from "./undo-copy.ts";
