//! What a message carries beside text and files, as the window shows it.

use latchkey_index::{
    AnswerRow, BusinessRow, ChannelRow, ContactRow, EventRow, LocationRow, MarkRow, MentionRow,
    MessageRow, PartRow, PollRow, RevokedRow,
};
use latchkey_messages::{PartKind, ViewOnce};

use crate::views::{
    AnswerView, BusinessView, ButtonView, ChannelView, ContactCardView, ContactsView, ContentView,
    CountedView, EventView, InviteView, LinkView, LocationView, MarkView, MentionView,
    PartKindView, PartView, PollOptionView, PollView, RevokedView, ViewOnceView, WhoView,
};

/// What only this kind of message has; it is taken out of the row.
pub fn content(row: &mut MessageRow) -> Option<ContentView> {
    if let Some(poll) = row.poll.take() {
        return Some(ContentView::Poll(self::poll(poll)));
    }
    if let Some(event) = row.event.take() {
        return Some(ContentView::Event(self::event(event)));
    }
    if let Some(place) = row.location.take() {
        return Some(ContentView::Location(location(place)));
    }
    if let Some(invite) = row.invite.take() {
        return Some(ContentView::Invite(InviteView {
            name: invite.name,
            expires_at: invite.expires_at,
        }));
    }
    if let Some(business) = row.business.take() {
        return Some(ContentView::Business(self::business(business)));
    }
    if !row.contacts.is_empty() {
        let cards = std::mem::take(&mut row.contacts);
        let cards = cards.into_iter().map(card).collect();
        let more = row.contacts_more;
        return Some(ContentView::Contacts(ContactsView { cards, more }));
    }
    row.link.take().map(|link| {
        ContentView::Link(LinkView {
            url: link.url,
            title: link.title,
            description: link.description,
            picture: link.thumbnail,
        })
    })
}

fn location(row: LocationRow) -> LocationView {
    LocationView {
        latitude: row.latitude,
        longitude: row.longitude,
        name: row.name,
        address: row.address,
        url: row.url,
        live_seconds: row.live_seconds,
        last_latitude: row.last_latitude,
        last_longitude: row.last_longitude,
        last_at: row.last_at,
    }
}

fn card(row: ContactRow) -> ContactCardView {
    ContactCardView {
        name: row.name,
        people: row.people.into_iter().filter_map(|who| who.name).collect(),
    }
}

fn who(from_me: bool, name: Option<String>) -> WhoView {
    WhoView { from_me, name }
}

fn poll(row: PollRow) -> PollView {
    let option = |option: latchkey_index::PollOptionRow| PollOptionView {
        text: option.text,
        voters: Vec::new(),
        total: option.total,
    };
    let mut options: Vec<PollOptionView> = row.options.into_iter().map(option).collect();
    let mut voters = 0;
    for vote in row.voters {
        voters += u64::from(!vote.options.is_empty());
        for chosen in vote.options {
            if let Some(option) = options.get_mut(chosen as usize) {
                let voter = who(vote.from_me, vote.sender_name.clone());
                option.voters.push(voter);
            }
        }
    }
    PollView {
        choices: row.choices.filter(|choices| *choices > 0),
        ends_at: row.ends_at,
        options,
        voters,
        more: row.voters_more,
    }
}

fn event(row: EventRow) -> EventView {
    let answer = |row: AnswerRow| AnswerView {
        who: who(row.from_me, row.sender_name),
        response: row.response,
        guests: row.guests,
    };
    EventView {
        name: row.name,
        description: row.description,
        location: row.location.map(location),
        link: row.link,
        starts_at: row.starts_at,
        ends_at: row.ends_at,
        cancelled: row.cancelled,
        answers: row.answers.into_iter().map(answer).collect(),
        more: row.answers_more,
    }
}

fn business(row: BusinessRow) -> BusinessView {
    let button = |row: latchkey_index::ButtonRow| ButtonView {
        text: row.text,
        target: row.target,
        chosen: row.chosen,
    };
    BusinessView {
        title: row.title,
        description: row.description,
        footer: row.footer,
        buttons: row.buttons.into_iter().map(button).collect(),
        items: row.items,
        amount1000: row.amount_1000,
        currency: row.currency,
    }
}

/// Mentions with their places as a script counts them. One whose place is not in the text is left to the text.
pub fn mentions(text: Option<&str>, rows: Vec<MentionRow>) -> Vec<MentionView> {
    let Some(text) = text else { return Vec::new() };
    let mut units = Units::default();
    let mention = |row: MentionRow| {
        Some(MentionView {
            start: units.at(text, row.start)?,
            end: units.at(text, row.end)?,
            everyone: row.person.is_none(),
            name: row.name,
        })
    };
    rows.into_iter().filter_map(mention).collect()
}

/// Counts the units of a text as a script does, from place to place: mentions come in the order of the text.
#[derive(Default)]
struct Units {
    byte: usize,
    unit: usize,
}

impl Units {
    /// The unit at a byte, which does not lie before the last one that was asked for.
    fn at(&mut self, text: &str, byte: usize) -> Option<usize> {
        self.unit += text.get(self.byte..byte)?.encode_utf16().count();
        self.byte = byte;
        Some(self.unit)
    }
}

/// Something that somebody did to a message.
pub fn mark(row: MarkRow) -> MarkView {
    MarkView {
        who: who(row.from_me, row.sender_name),
        at: row.at,
    }
}

/// A message that was deleted for everyone.
pub fn revoked(row: RevokedRow) -> RevokedView {
    RevokedView {
        by_admin: row.by_admin,
        admin_name: row.admin_name,
        at: row.at,
        kept_text: row.kept_text,
    }
}

/// What a message is a part of.
pub fn part(row: PartRow) -> PartView {
    PartView {
        message: row.message.0,
        kind: match row.kind {
            PartKind::Album => PartKindView::Album,
            PartKind::HdTwin => PartKindView::HdTwin,
            PartKind::MotionClip => PartKindView::MotionClip,
            PartKind::PollPicture => PartKindView::PollPicture,
            PartKind::Comment => PartKindView::Comment,
        },
    }
}

/// What became of view-once media.
pub fn view_once(state: ViewOnce) -> ViewOnceView {
    match state {
        ViewOnce::Unopened => ViewOnceView::Unopened,
        ViewOnce::Opened => ViewOnceView::Opened,
        ViewOnce::Expired => ViewOnceView::Expired,
    }
}

/// Figures of a channel's post.
pub fn channel(row: ChannelRow) -> ChannelView {
    let counted = |row: latchkey_index::CountedReaction| CountedView {
        emoji: row.emoji,
        count: row.count,
    };
    ChannelView {
        views: row.views,
        reactions: row.reactions.into_iter().map(counted).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use latchkey_index::{PersonId, PollOptionRow, VoteRow};

    fn mention(start: usize, end: usize) -> MentionRow {
        MentionRow {
            start,
            end,
            person: Some(PersonId(1)),
            name: Some("Ana".into()),
        }
    }

    #[test]
    fn a_mentions_place_is_counted_as_a_script_counts() {
        let text = "🎂 für @Ana";
        let start = text.find('@').unwrap();
        let views = mentions(Some(text), vec![mention(start, text.len())]);
        assert_eq!((views[0].start, views[0].end), (7, 11));
    }

    #[test]
    fn a_mention_outside_of_the_text_or_within_a_letter_is_no_mention() {
        let rows = vec![mention(0, 99), mention(1, 4), mention(usize::MAX, 0)];
        assert_eq!(mentions(Some("é@Ana"), rows), vec![]);
        assert_eq!(mentions(None, vec![mention(0, 1)]), vec![]);
    }

    #[test]
    fn a_poll_names_who_chose_what_and_a_vote_taken_back_is_none() {
        let option = |text: &str, total| PollOptionRow {
            text: text.into(),
            votes: 0,
            total,
        };
        let vote = |name: &str, options: &[u32]| VoteRow {
            sender_name: Some(name.into()),
            options: options.to_vec(),
            ..VoteRow::default()
        };
        let view = poll(PollRow {
            choices: Some(0),
            options: vec![option("soup", Some(3)), option("salad", None)],
            voters: vec![vote("Ana", &[0, 1]), vote("Bea", &[]), vote("Cem", &[1, 9])],
            ..PollRow::default()
        });
        let names = |place: usize| {
            let voters = view.options[place].voters.iter();
            voters
                .filter_map(|who| who.name.as_deref())
                .collect::<Vec<_>>()
        };
        assert_eq!((names(0), names(1)), (vec!["Ana"], vec!["Ana", "Cem"]));
        assert_eq!((view.voters, view.choices), (2, None));
        assert_eq!(view.options[0].total, Some(3));
    }

    #[test]
    fn places_of_mentions_are_counted_once_through_the_text() {
        // Counted from the beginning for each, these would be 10^11 steps.
        let text = "😀 @Zoë, ".repeat(100_000);
        let starts = text.match_indices('@').map(|(start, _)| start);
        let rows: Vec<_> = starts
            .map(|start| MentionRow {
                start,
                end: start + "@Zoë".len(),
                ..MentionRow::default()
            })
            .collect();
        let views = mentions(Some(&text), rows);
        assert_eq!(views.len(), 100_000);
        let first: Vec<_> = views
            .iter()
            .take(2)
            .map(|view| (view.start, view.end))
            .collect();
        assert_eq!(first, [(3, 7), (12, 16)]);
    }

    #[test]
    fn a_mention_that_lies_beside_the_text_is_left_to_the_text() {
        let mention = |start, end| MentionRow {
            start,
            end,
            ..MentionRow::default()
        };
        let rows = vec![mention(1, 2), mention(0, 99), mention(3, 4)];
        let views = mentions(Some("@abc"), rows);
        assert_eq!(
            views.iter().map(|view| view.start).collect::<Vec<_>>(),
            [1, 3]
        );
    }

    #[test]
    fn an_option_has_those_who_chose_it_and_the_rest_is_told() {
        let vote = |name: &str, options: &[u32]| latchkey_index::VoteRow {
            sender_name: Some(name.to_owned()),
            options: options.to_vec(),
            ..latchkey_index::VoteRow::default()
        };
        let poll = poll(PollRow {
            options: vec![latchkey_index::PollOptionRow::default(); 2],
            voters: vec![vote("Ana", &[1]), vote("Ben", &[0, 1, 7]), vote("Eva", &[])],
            voters_more: 5,
            ..PollRow::default()
        });
        assert_eq!((poll.voters, poll.more), (2, 5));
        let names: Vec<_> = poll.options[1]
            .voters
            .iter()
            .filter_map(|who| who.name.as_deref())
            .collect();
        assert_eq!(names, ["Ana", "Ben"]);
    }
}
