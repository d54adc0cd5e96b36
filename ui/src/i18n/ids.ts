// Every message id of every catalogue. A catalogue of its own per screen; `npm run messages` writes the lists.
import type { AboutId } from "./ids/about";
import type { AppId } from "./ids/app";
import type { CeremonyId } from "./ids/ceremony";
import type { ChatsId } from "./ids/chats";
import type { ErrorsId } from "./ids/errors";
import type { KeysId } from "./ids/keys";
import type { MediaId } from "./ids/media";
import type { NoticesId } from "./ids/notices";
import type { OpenId } from "./ids/open";
import type { RestoreId } from "./ids/restore";
import type { SettingsId } from "./ids/settings";
import type { StartId } from "./ids/start";
import type { WaysId } from "./ids/ways";

export type MessageId = AboutId | AppId | CeremonyId | ChatsId | ErrorsId | KeysId | MediaId | NoticesId | OpenId | RestoreId | SettingsId | StartId | WaysId;
