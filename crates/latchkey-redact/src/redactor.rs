//! Follows the rules: on messages, chats, people and calls, before anything else sees them.

mod words;

use std::collections::{HashMap, HashSet};

use latchkey_index::{
    ChatFacts, ChatRow, MemberRow, MessageId, OwnMarks, PersonId, PersonRow, WalkedCall,
    WalkedMessage,
};
use latchkey_messages::{Kind, NameSource};

use self::words::Taking;
use crate::counts::{Reason, RedactionCounts, Verdict};
use crate::error::RedactError;
use crate::finding::{Finder, Sought};
use crate::people::Everyone;
use crate::rules::{Action, FileRule, RedactionRules, What, compiled};
use crate::strings;

/// Rules, made quick to follow, of one history.
#[derive(Debug)]
pub struct Redactor {
    finder: Finder,
    people: HashMap<PersonId, Person>,
    kinds: HashMap<Kind, Option<String>>,
    kinds_left_out: HashSet<Kind>,
    messages: HashMap<MessageId, Option<String>>,
    files: FileRule,
    placeholder: String,
}

/// What becomes of somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Person {
    LeftOut,
    Called(String),
}

impl Redactor {
    /// Holds rules against everyone whom the history knows, with every name of theirs.
    ///
    /// # Errors
    /// [`RedactError`] with the line of a rule that means nobody, or several people.
    pub fn new(
        rules: &RedactionRules,
        people: &[PersonRow],
        names: &[(PersonId, NameSource, String)],
    ) -> Result<Self, RedactError> {
        let mut redactor = Self {
            finder: Finder::default(),
            people: HashMap::new(),
            kinds: HashMap::new(),
            kinds_left_out: HashSet::new(),
            messages: HashMap::new(),
            files: rules.files,
            placeholder: rules.placeholder.clone(),
        };
        let mut everyone = Everyone::new(people, names);
        for rule in &rules.rules {
            redactor.follow(&rule.what, &rule.action, rule.line, &mut everyone)?;
        }
        Ok(redactor)
    }

    fn follow(
        &mut self,
        what: &What,
        action: &Action,
        line: usize,
        everyone: &mut Everyone<'_>,
    ) -> Result<(), RedactError> {
        let unreadable = |what| RedactError::Unreadable { line, what };
        let with = match action {
            Action::LeaveOut => None,
            Action::Replace(with) => Some(with.as_ref().unwrap_or(&self.placeholder).clone()),
        };
        let sought = |reason| Sought {
            reason,
            leaves_out: with.is_none(),
            with: with.clone().unwrap_or_default(),
        };
        match what {
            What::Person(text) => {
                let person = everyone.meant(text, line)?;
                self.follow_person(person, with, everyone);
            }
            What::Word(word) => {
                if !self.finder.add_phrase(word, sought(Reason::Word)) {
                    return Err(unreadable("there is no word in it"));
                }
            }
            What::Pattern(pattern) => {
                let regex = compiled(pattern).ok_or_else(|| unreadable("not a pattern"))?;
                self.finder.add_pattern(regex, sought(Reason::Pattern));
            }
            What::Kind(kind) => {
                if with.is_none() {
                    self.kinds_left_out.insert(*kind);
                }
                self.kinds.insert(*kind, with);
            }
            What::Message(id) => {
                self.messages.insert(MessageId(*id), with);
            }
        }
        Ok(())
    }

    /// Somebody goes by id wherever the history knows that it is they, and by every name and number in all texts.
    fn follow_person(&mut self, person: PersonId, with: Option<String>, everyone: &Everyone<'_>) {
        let sought = Sought {
            reason: Reason::Person,
            leaves_out: false,
            with: with.clone().unwrap_or_else(|| self.placeholder.clone()),
        };
        for name in everyone.names_of(person) {
            self.finder.add_phrase(name, sought.clone());
        }
        for number in everyone.numbers_of(person) {
            self.finder.add_number(&number, sought.clone());
        }
        let fate = with.map_or(Person::LeftOut, Person::Called);
        self.people.insert(person, fate);
    }

    /// What becomes of files.
    #[must_use]
    pub fn files(&self) -> FileRule {
        self.files
    }

    /// Takes out of a message what rules name.
    pub fn message(&self, walked: &mut WalkedMessage, counts: &mut RedactionCounts) -> Verdict {
        if let Some(reason) = self.leaves_out(walked) {
            return Verdict::LeaveOut(reason);
        }
        if let Some((reason, with)) = self.blanks(walked) {
            words::blank(walked, with);
            counts.replaced(reason);
        }
        let mut quoted_kind = false;
        if let Some(quoted) = &mut walked.row.quoted {
            let by_kind = quoted
                .kind
                .is_some_and(|kind| self.kinds.contains_key(&kind));
            let by_id = quoted
                .message
                .is_some_and(|id| self.messages.contains_key(&id));
            quoted_kind = by_kind || by_id;
            if quoted_kind {
                quoted.text = None;
            }
        }
        if quoted_kind && let Some(stored) = &mut walked.stored {
            stored.quote = None;
        }
        let mut taking = self.taking();
        strings::message(walked, &mut taking);
        taking.finish(counts)
    }

    /// The whole message goes, for what it is or who sent it.
    fn leaves_out(&self, walked: &WalkedMessage) -> Option<Reason> {
        let row = &walked.row;
        let sender = row.sender.and_then(|sender| self.people.get(&sender));
        if sender == Some(&Person::LeftOut) {
            return Some(Reason::Person);
        }
        if self.kinds_left_out.contains(&row.kind) {
            return Some(Reason::Kind);
        }
        let named = self.messages.get(&row.id) == Some(&None);
        named.then_some(Reason::Message)
    }

    /// The message stays, with nothing in it but these words.
    fn blanks(&self, walked: &WalkedMessage) -> Option<(Reason, &str)> {
        if let Some(Some(with)) = self.messages.get(&walked.row.id) {
            return Some((Reason::Message, with));
        }
        let of_kind = self.kinds.get(&walked.row.kind)?;
        of_kind.as_deref().map(|with| (Reason::Kind, with))
    }

    /// Takes out of a chat's own facts what rules name; the chat with somebody who is left out goes.
    pub fn chat(&self, row: &mut ChatRow, facts: &mut ChatFacts) -> Verdict {
        if row
            .person
            .is_some_and(|person| self.people.get(&person) == Some(&Person::LeftOut))
        {
            return Verdict::LeaveOut(Reason::Person);
        }
        // Its last line is shown nowhere but in a list of our own.
        row.last_text = None;
        strings::chat(row, facts, &mut self.taking());
        Verdict::Keep
    }

    /// Takes out of a person's row what rules name.
    pub fn person(&self, person: &mut PersonRow) -> Verdict {
        let PersonRow {
            id,
            address,
            phone,
            former_phones,
            lids,
            name,
            name_source: _,
        } = person;
        match self.people.get(id) {
            Some(Person::LeftOut) => return Verdict::LeaveOut(Reason::Person),
            Some(Person::Called(called)) => {
                *name = Some(called.clone());
                *address = format!("person-{}", id.0);
                *phone = None;
                former_phones.clear();
                lids.clear();
            }
            None => {
                if let Some(name) = name {
                    *name = self.text(name);
                }
            }
        }
        Verdict::Keep
    }

    /// Takes out of one of somebody's names what rules name; `false`: the name does not go out at all.
    #[must_use]
    pub fn name(&self, person: PersonId, name: &mut String) -> bool {
        if self.people.contains_key(&person) {
            return false;
        }
        *name = self.text(name);
        true
    }

    /// Takes out of a member's row what rules name.
    pub fn member(&self, member: &mut MemberRow) -> Verdict {
        if self.people.get(&member.person) == Some(&Person::LeftOut) {
            return Verdict::LeaveOut(Reason::Person);
        }
        strings::member(member, &mut self.taking());
        Verdict::Keep
    }

    /// Takes out of a call what rules name.
    pub fn call(&self, call: &mut WalkedCall) -> Verdict {
        let with = call.row.person.and_then(|person| self.people.get(&person));
        if with == Some(&Person::LeftOut) {
            return Verdict::LeaveOut(Reason::Person);
        }
        if self.kinds_left_out.contains(&Kind::Call) {
            return Verdict::LeaveOut(Reason::Kind);
        }
        strings::call(call, &mut self.taking());
        Verdict::Keep
    }

    /// Takes out of somebody's own marks what rules name.
    pub fn own_marks(&self, marks: &mut OwnMarks) {
        strings::own_marks(marks, &mut self.taking());
    }

    /// A text that a format makes itself, without what rules name: a title, a file name.
    #[must_use]
    pub fn text(&self, text: &str) -> String {
        let mut text = text.to_owned();
        strings::Strings::words(&mut self.taking(), &mut text);
        text
    }

    fn taking(&self) -> Taking<'_> {
        Taking::new(self)
    }
}

#[cfg(test)]
mod tests;
