export { longestMessage, type MessageView } from "./message.ts";
export { listMessages, readMessages } from "./queries.ts";
export { type MessageRefusal, writeMessage } from "./write-message.ts";
