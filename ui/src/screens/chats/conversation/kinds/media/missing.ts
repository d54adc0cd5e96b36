// Why a file is not there, in words: shared by several screens.
export * from "../../../../../parts/chats/missing";
