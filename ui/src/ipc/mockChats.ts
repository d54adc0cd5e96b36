// Made-up chats for the mock.
import type { Handlers } from "./mock";

export const chatHandlers: Pick<Handlers, "chats" | "messages" | "position_at" | "search"> = {
  chats: () => [],
  messages: () => [],
  position_at: () => 0,
  search: () => ({ total: 0, totalAtLeast: false, hits: [] }),
};
