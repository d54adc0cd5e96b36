// Web addresses that may be opened: shared by several screens.
export * from "../../../../../parts/chats/addresses";
