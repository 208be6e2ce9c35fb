export {
  longestMessage,
  type MessageRefusal,
  type MessageView,
  readMessages,
  writeMessage,
} from "./message.ts";
