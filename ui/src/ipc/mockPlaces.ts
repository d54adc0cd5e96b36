// Places beside the chats in the played shell: days with talk, the call log, locked chats.
import type { Handlers } from "./mock";

type Asked = "chat_days" | "calls" | "show_locked_passkey" | "show_locked_typed" | "hide_locked";

export const placesHandlers: Pick<Handlers, Asked> = {
  chat_days: () => [],
  calls: () => ({ total: 0, calls: [] }),
  show_locked_passkey: () => null,
  show_locked_typed: () => null,
  hide_locked: () => null,
};
