// Every message id of every catalogue. A catalogue of its own per screen; `npm run messages` writes the lists.
import type { AboutId } from "./ids/about";
import type { AppId } from "./ids/app";
import type { CallsId } from "./ids/calls";
import type { CeremonyId } from "./ids/ceremony";
import type { ChatsId } from "./ids/chats";
import type { ErrorsId } from "./ids/errors";
import type { ExportId } from "./ids/export";
import type { GalleryId } from "./ids/gallery";
import type { KeysId } from "./ids/keys";
import type { MarksId } from "./ids/marks";
import type { MediaId } from "./ids/media";
import type { NoticesId } from "./ids/notices";
import type { NumbersId } from "./ids/numbers";
import type { OpenId } from "./ids/open";
import type { PlacesId } from "./ids/places";
import type { RestoreId } from "./ids/restore";
import type { SettingsId } from "./ids/settings";
import type { ShortcutsId } from "./ids/shortcuts";
import type { StartId } from "./ids/start";
import type { TalkId } from "./ids/talk";
import type { WaysId } from "./ids/ways";

export type MessageId =
  | AboutId
  | AppId
  | CallsId
  | CeremonyId
  | ChatsId
  | ErrorsId
  | ExportId
  | GalleryId
  | KeysId
  | MarksId
  | MediaId
  | NoticesId
  | NumbersId
  | OpenId
  | PlacesId
  | RestoreId
  | SettingsId
  | ShortcutsId
  | StartId
  | TalkId
  | WaysId;
