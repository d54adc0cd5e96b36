// Looking after histories in the played shell: names, copies, rest and return.
import type { Handlers } from "./mock";

type Asked =
  | "rename_history"
  | "move_history"
  | "save_copy"
  | "restore_copy"
  | "cancel_copying"
  | "delete_history"
  | "resting_histories"
  | "bring_back_history"
  | "delete_resting";

export const historiesHandlers: Pick<Handlers, Asked> = {
  rename_history: () => null,
  move_history: () => true,
  save_copy: () => true,
  restore_copy: () => null,
  cancel_copying: () => null,
  delete_history: () => null,
  resting_histories: () => [],
  bring_back_history: () => null,
  delete_resting: () => null,
};
