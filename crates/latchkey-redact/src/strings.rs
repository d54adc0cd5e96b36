//! Visits every string of what goes out. Each struct is taken apart without `..`: a field that is added later does not
//! compile here until it is said what it is - somebody's words, somebody, an address, or nothing that a person could be
//! known by.

use latchkey_index::{
    AnswerRow, BusinessRow, ButtonRow, CallMemberRow, CallRow, ChannelRow, ChatFacts, ChatRow,
    ContactRow, CountedReaction, EventRow, InviteRow, LinkRow, LocationRow, MarkRow, MediaRow,
    MemberRow, MentionRow, MessageRow, OwnMarks, PersonId, PersonName, PollOptionRow, PollRow,
    QuotedRow, ReactionRow, ReceiptRow, RevokedRow, StoredMention, StoredParts, StoredQuote,
    SystemRow, VoteRow, WalkedCall, WalkedMessage,
};

/// What is done with each of them.
pub(crate) trait Strings {
    /// Somebody's words: a text, a name that they gave something.
    fn words(&mut self, words: &mut String);

    /// A text with mentions in it.
    fn text(&mut self, text: &mut String, mentions: &mut Vec<MentionRow>);

    /// Somebody, and what they are called.
    fn person(&mut self, who: &mut Option<PersonId>, name: &mut Option<String>);

    /// Whether what somebody gave, or is, stays in its list.
    fn keeps(&mut self, _who: Option<PersonId>) -> bool {
        true
    }

    /// A card as it was sent, with the name on it: text in a format of its own, which is not looked into.
    fn card(&mut self, _vcard: &mut String, _name: Option<&str>) {}

    /// What only a file has, and would tell which one it was.
    fn file(&mut self, _sha256: &mut Option<[u8; 32]>, _waveform: &mut Option<Vec<u8>>) {}

    /// A small picture.
    fn picture(&mut self, _picture: &mut Option<Vec<u8>>) {}
}

fn maybe(words: &mut Option<String>, visit: &mut dyn Strings) {
    if let Some(words) = words {
        visit.words(words);
    }
}

/// Somebody who is always there by id.
fn certain(who: &mut PersonId, name: &mut Option<String>, visit: &mut dyn Strings) {
    let mut maybe = Some(*who);
    visit.person(&mut maybe, name);
    *who = maybe.unwrap_or_default();
}

pub(crate) fn message(walked: &mut WalkedMessage, visit: &mut dyn Strings) {
    let WalkedMessage {
        row,
        key: _,
        raw_kind: _,
        receipts,
        thumbnail,
        stored,
    } = walked;
    message_row(row, visit);
    receipts.retain(|receipt| visit.keeps(Some(receipt.person)));
    for ReceiptRow {
        person,
        name,
        delivered_at: _,
        read_at: _,
        played_at: _,
    } in receipts
    {
        certain(person, name, visit);
    }
    visit.picture(thumbnail);
    if let Some(stored) = stored {
        stored_parts(stored, visit);
    }
}

fn message_row(row: &mut MessageRow, visit: &mut dyn Strings) {
    let MessageRow {
        id: _,
        chat: _,
        position: _,
        sent_at: _,
        received_at: _,
        from_me: _,
        sender,
        sender_name,
        kind: _,
        raw_kind: _,
        text,
        media: file,
        quoted: quote,
        system,
        reactions: given,
        reactions_more: _,
        delivery: _,
        edited: _,
        starred: _,
        forwarded: _,
        deleted_later: _,
        link: preview,
        location: place,
        contacts,
        contacts_more: _,
        poll: asked,
        event: planned,
        invite: invited,
        business: offer,
        mentions,
        part_of: _,
        parts: _,
        parts_more: _,
        disappearing: _,
        pinned,
        kept,
        revoked: deleted,
        view_once: _,
        broadcast: _,
        device: _,
        channel: figures,
        own_marks: own,
    } = row;
    visit.person(sender, sender_name);
    if let Some(text) = text {
        visit.text(text, mentions);
    }
    for mention in mentions.iter_mut() {
        let MentionRow {
            start: _,
            end: _,
            person,
            name,
        } = mention;
        visit.person(person, name);
    }
    each(file, visit, media);
    each(quote, visit, quoted);
    each(system, visit, notice);
    reactions(given, visit);
    each(preview, visit, link);
    each(place, visit, location);
    for card in contacts {
        contact(card, visit);
    }
    each(asked, visit, poll);
    each(planned, visit, event);
    each(invited, visit, invite);
    each(offer, visit, business);
    each(pinned, visit, mark);
    each(kept, visit, mark);
    each(deleted, visit, revoked);
    each(figures, visit, channel);
    each(own, visit, own_marks);
}

fn each<T>(there: &mut Option<T>, visit: &mut dyn Strings, part: fn(&mut T, &mut dyn Strings)) {
    if let Some(there) = there {
        part(there, visit);
    }
}

fn stored_parts(stored: &mut StoredParts, visit: &mut dyn Strings) {
    let StoredParts {
        text,
        mentions,
        quote,
    } = stored;
    maybe(text, visit);
    mentions.retain(|mention| visit.keeps(mention.person));
    for StoredMention {
        digits,
        person,
        name,
    } in mentions
    {
        visit.words(digits);
        visit.person(person, name);
    }
    if let Some(quote) = quote {
        let StoredQuote {
            message: _,
            key: _,
            from_me: _,
            sender,
            kind: _,
            text,
        } = quote;
        let gone = !visit.keeps(*sender);
        visit.person(sender, &mut None);
        match gone {
            true => *text = None,
            false => maybe(text, visit),
        }
    }
}

fn media(media: &mut MediaRow, visit: &mut dyn Strings) {
    let MediaRow {
        message: _,
        path,
        name,
        mime,
        size: _,
        duration: _,
        width: _,
        height: _,
        pages: _,
        sha256,
        found,
        found_how: _,
        missing: _,
        downloaded: _,
        offloaded: _,
        waveform,
        transcript,
        thumbnail: _,
    } = media;
    for words in [path, name, mime, found, transcript] {
        maybe(words, visit);
    }
    visit.file(sha256, waveform);
}

fn quoted(quoted: &mut QuotedRow, visit: &mut dyn Strings) {
    let QuotedRow {
        message: _,
        chat: _,
        position: _,
        from_me: _,
        sender,
        sender_name,
        kind: _,
        text,
    } = quoted;
    let gone = !visit.keeps(*sender);
    visit.person(sender, sender_name);
    match gone {
        true => *text = None,
        false => maybe(text, visit),
    }
}

fn notice(system: &mut SystemRow, visit: &mut dyn Strings) {
    let SystemRow {
        action: _,
        people,
        persons,
        old_value,
        new_value,
        groups,
        seconds: _,
        devices: _,
        yes: _,
    } = system;
    for (n, name) in people.iter_mut().enumerate() {
        let mut who = persons.get(n).copied();
        let mut called = Some(std::mem::take(name));
        visit.person(&mut who, &mut called);
        *name = called.unwrap_or_default();
        if let Some(person) = persons.get_mut(n) {
            *person = who.unwrap_or_default();
        }
    }
    maybe(old_value, visit);
    maybe(new_value, visit);
    groups.iter_mut().for_each(|group| visit.words(group));
}

fn reactions(reactions: &mut Vec<ReactionRow>, visit: &mut dyn Strings) {
    reactions.retain(|reaction| visit.keeps(reaction.sender));
    for ReactionRow {
        emoji,
        from_me: _,
        sender,
        sender_name,
        at: _,
    } in reactions
    {
        visit.words(emoji);
        visit.person(sender, sender_name);
    }
}

fn link(link: &mut LinkRow, visit: &mut dyn Strings) {
    let LinkRow {
        url,
        title,
        description,
        // the picture itself is the message's
        thumbnail: _,
    } = link;
    for words in [url, title, description] {
        maybe(words, visit);
    }
}

fn location(location: &mut LocationRow, visit: &mut dyn Strings) {
    let LocationRow {
        latitude: _,
        longitude: _,
        name,
        address,
        url,
        live_seconds: _,
        last_latitude: _,
        last_longitude: _,
        last_at: _,
    } = location;
    for words in [name, address, url] {
        maybe(words, visit);
    }
}

fn contact(contact: &mut ContactRow, visit: &mut dyn Strings) {
    let ContactRow {
        name,
        vcard,
        people,
    } = contact;
    let known = people.len();
    people.retain(|person| visit.keeps(Some(person.person)));
    if people.len() < known {
        *name = None;
    }
    maybe(name, visit);
    for PersonName { person, name } in people {
        certain(person, name, visit);
    }
    visit.card(vcard, name.as_deref());
}

fn poll(poll: &mut PollRow, visit: &mut dyn Strings) {
    let PollRow {
        choices: _,
        ends_at: _,
        options,
        voters,
        voters_more: _,
    } = poll;
    for PollOptionRow {
        text,
        votes: _,
        total: _,
    } in options.iter_mut()
    {
        visit.words(text);
    }
    voters.retain(|vote| {
        let stays = visit.keeps(vote.sender);
        for chosen in vote.options.iter().filter(|_| !stays) {
            if let Some(option) = options.get_mut(*chosen as usize) {
                option.votes = option.votes.saturating_sub(1);
            }
        }
        stays
    });
    for VoteRow {
        from_me: _,
        sender,
        sender_name,
        at: _,
        options: _,
    } in voters
    {
        visit.person(sender, sender_name);
    }
}

fn event(event: &mut EventRow, visit: &mut dyn Strings) {
    let EventRow {
        name,
        description,
        location: place,
        link,
        starts_at: _,
        ends_at: _,
        cancelled: _,
        answers,
        answers_more: _,
    } = event;
    for words in [name, description, link] {
        maybe(words, visit);
    }
    each(place, visit, location);
    answers.retain(|answer| visit.keeps(answer.sender));
    for AnswerRow {
        from_me: _,
        sender,
        sender_name,
        at: _,
        response: _,
        guests: _,
    } in answers
    {
        visit.person(sender, sender_name);
    }
}

fn invite(invite: &mut InviteRow, visit: &mut dyn Strings) {
    let InviteRow {
        name,
        address,
        code,
        expires_at: _,
    } = invite;
    for words in [name, address, code] {
        maybe(words, visit);
    }
}

fn business(business: &mut BusinessRow, visit: &mut dyn Strings) {
    let BusinessRow {
        title,
        description,
        footer,
        buttons,
        items: _,
        amount_1000: _,
        currency,
        status: _,
    } = business;
    for words in [title, description, footer, currency] {
        maybe(words, visit);
    }
    for ButtonRow {
        text,
        target,
        chosen: _,
    } in buttons
    {
        visit.words(text);
        maybe(target, visit);
    }
}

fn mark(mark: &mut MarkRow, visit: &mut dyn Strings) {
    let MarkRow {
        from_me: _,
        sender,
        sender_name,
        at: _,
    } = mark;
    visit.person(sender, sender_name);
}

fn revoked(revoked: &mut RevokedRow, visit: &mut dyn Strings) {
    let RevokedRow {
        by_admin: _,
        admin,
        admin_name,
        at: _,
        kept_text,
    } = revoked;
    visit.person(admin, admin_name);
    maybe(kept_text, visit);
}

fn channel(channel: &mut ChannelRow, visit: &mut dyn Strings) {
    let ChannelRow {
        views: _,
        reactions,
    } = channel;
    for CountedReaction { emoji, count: _ } in reactions {
        visit.words(emoji);
    }
}

pub(crate) fn own_marks(marks: &mut OwnMarks, visit: &mut dyn Strings) {
    let OwnMarks {
        bookmark: _,
        tags,
        note,
        changed_at: _,
    } = marks;
    tags.iter_mut().for_each(|tag| visit.words(tag));
    maybe(note, visit);
}

pub(crate) fn chat(row: &mut ChatRow, facts: &mut ChatFacts, visit: &mut dyn Strings) {
    let ChatRow {
        id: _,
        name,
        address,
        kind: _,
        messages: _,
        first_at: _,
        last_at: _,
        last_text,
        last_kind: _,
        last_from_me: _,
        unread: _,
        archived: _,
        locked: _,
        hidden: _,
        person,
        community,
        community_chat: _,
        description,
        disappearing: _,
        left: _,
    } = row;
    match person {
        Some(_) => visit.person(person, name),
        None => maybe(name, visit),
    }
    visit.words(address);
    for words in [last_text, community, description] {
        maybe(words, visit);
    }
    let ChatFacts {
        subject,
        created_at: _,
        as_of: _,
        members_as_of: _,
    } = facts;
    maybe(subject, visit);
}

pub(crate) fn member(member: &mut MemberRow, visit: &mut dyn Strings) {
    let MemberRow {
        person,
        name,
        role: _,
        label,
        joined_at: _,
        former: _,
        left_at: _,
    } = member;
    certain(person, name, visit);
    maybe(label, visit);
}

pub(crate) fn call(call: &mut WalkedCall, visit: &mut dyn Strings) {
    let WalkedCall {
        row,
        key: _,
        chat: _,
    } = call;
    let CallRow {
        id: _,
        person,
        name,
        group,
        group_name,
        from_me: _,
        at: _,
        video: _,
        duration: _,
        outcome: _,
        message: _,
        members,
    } = row;
    visit.person(person, name);
    maybe(group, visit);
    maybe(group_name, visit);
    members.retain(|member| visit.keeps(Some(member.person)));
    for CallMemberRow {
        person,
        name,
        outcome: _,
    } in members
    {
        certain(person, name, visit);
    }
}
