// What the kinds of messages are called, where the browser's own parts look for it; the list of marks asks for the same.
export { kindWords, type KindWords } from "../../parts/kinds/kinds";
