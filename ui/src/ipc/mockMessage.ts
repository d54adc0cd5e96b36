// What can be asked about one message in the played shell: its details, its file, its text.
import { failureOf } from "./errors";
import type { Handlers } from "./mock";

type Asked = "message_details" | "media_bytes" | "save_media" | "open_media" | "save_contact" | "copy_text";

export const messageHandlers: Pick<Handlers, Asked> = {
  message_details: () => {
    throw failureOf("usage", "mock: no such message");
  },
  media_bytes: () => new ArrayBuffer(0),
  save_media: () => true,
  open_media: () => null,
  save_contact: () => true,
  copy_text: () => null,
};
