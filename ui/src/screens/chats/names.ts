// Names of chats and people: shared by several screens.
export * from "../../parts/chats/names";
