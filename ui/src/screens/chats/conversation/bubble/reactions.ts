// Reactions by emoji, in the order in which each was first given.
import type { ReactionView } from "../../../../bindings/ReactionView";

export type ReactionGroup = { emoji: string; who: ReactionView[] };

export function reactionGroups(reactions: readonly ReactionView[]): ReactionGroup[] {
  const groups = new Map<string, ReactionView[]>();
  for (const one of reactions) {
    const group = groups.get(one.emoji);
    if (group) group.push(one);
    else groups.set(one.emoji, [one]);
  }
  return [...groups].map(([emoji, who]) => ({ emoji, who }));
}
