//! A request held against a history: which chats and how many messages, and everyone's names, redacted once for all.

mod choosing;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::ControlFlow;

use latchkey_index::{
    ChatFacts, ChatId, ChatRow, Index, MemberRow, MessageId, OwnMarks, ProvedImport, TallyScope,
};
use latchkey_redact::{Reason, Redactor, Verdict};
use sha2::{Digest, Sha256};

pub(crate) use choosing::Chooser;

use crate::clock::Clock;
use crate::error::ExportError;
use crate::format::{ChatHead, Run};
use crate::output::safe_name;
use crate::people::PeopleList;
use crate::request::{Chats, ExportRequest};

/// The request against one history at one generation. What is resumed must have the same digest.
#[derive(Debug)]
pub struct Plan {
    /// What was asked for.
    pub request: ExportRequest,
    /// Where it comes from.
    pub history: HistoryFacts,
    /// The chats that have something chosen in them, the one with the newest message first.
    pub chats: Vec<PlannedChat>,
    /// Everyone, redacted and called as was chosen.
    pub people: PeopleList,
    /// Messages that the choice takes, those of chats that rules leave out included.
    pub messages: u64,
    /// Of these, messages of chats that rules leave out as a whole.
    pub left_out: BTreeMap<Reason, u64>,
    /// SHA-256 over request, rules, history, its generation and this program's version.
    pub digest: [u8; 32],
    pub(crate) clock: Clock,
    pub(crate) redactor: Option<Redactor>,
}

/// Which history, and of which backups it was made.
#[derive(Debug, Clone)]
pub struct HistoryFacts {
    /// Its name, hexadecimal.
    pub id: String,
    /// Its state.
    pub generation: i64,
    /// The backups, with the hashes of their files.
    pub imports: Vec<ProvedImport>,
    /// Version of this program.
    pub app_version: &'static str,
}

/// A chat that is exported.
#[derive(Debug, Clone)]
pub struct PlannedChat {
    /// Its row in the list; names and texts are redacted.
    pub row: ChatRow,
    /// What the list leaves out, redacted.
    pub facts: ChatFacts,
    /// What the person put on it, where that was asked for.
    pub own_marks: Option<OwnMarks>,
    /// Its number in this export, from 1.
    pub number: u32,
    /// A name for a file or folder of it: `0007-ana-3f2a`.
    pub slug: String,
    /// Messages of it that the choice takes.
    pub messages: u64,
    /// Only these messages, sorted by position.
    pub(crate) ids: Option<Vec<MessageId>>,
}

impl PlannedChat {
    /// The chat as a format sees it.
    pub(crate) fn head<'m>(&'m self, members: &'m [MemberRow]) -> ChatHead<'m> {
        ChatHead {
            row: &self.row,
            facts: &self.facts,
            members,
            own_marks: self.own_marks.as_ref(),
            number: self.number,
            slug: &self.slug,
            messages: self.messages,
        }
    }
}

/// Holds a request against a history. Nothing is written.
///
/// # Errors
/// [`ExportError::UnknownZone`], [`ExportError::NothingChosen`], [`ExportError::Redaction`] for a rule that names nobody;
/// else what reading the history meets.
pub fn plan(index: &Index, request: ExportRequest) -> Result<Plan, ExportError> {
    let clock = Clock::of(&request.zone)?;
    let history = HistoryFacts {
        id: index.history_id()?,
        generation: index.generation()?,
        imports: index.imports_proved()?,
        app_version: env!("CARGO_PKG_VERSION"),
    };
    let mut rows = index.chats()?;
    rows.retain(|row| !request.choice.hidden.contains(&row.id));
    let mut people = index.people()?;
    let mut names = index.person_names()?;
    let redactor = match &request.redaction {
        Some(rules) => Some(Redactor::new(rules, &people, &names).map_err(ExportError::Redaction)?),
        None => None,
    };
    if let Some(redactor) = &redactor {
        people.retain_mut(|person| redactor.person(person) == Verdict::Keep);
        names.retain_mut(|(person, _, name)| redactor.name(*person, name));
    }
    let mut plan = Plan {
        digest: digest(&request, &history),
        people: PeopleList::new(people, names, request.names),
        request,
        history,
        chats: Vec::new(),
        messages: 0,
        left_out: BTreeMap::new(),
        clock,
        redactor,
    };
    plan.choose_chats(index, rows)?;
    plan.list_who_is_met(index)?;
    match plan.messages {
        0 => Err(ExportError::NothingChosen),
        _ => Ok(plan),
    }
}

impl Plan {
    /// The chats that have something chosen in them.
    fn choose_chats(&mut self, index: &Index, rows: Vec<ChatRow>) -> Result<(), ExportError> {
        let mut of_messages = chosen_messages(index, &self.request)?;
        let marks = match self.request.own_marks {
            true => index.marks_of_chats()?,
            false => Vec::new(),
        };
        let chooser = Chooser::of(&self.request.choice);
        for row in rows {
            let ids = match &self.request.choice.chats {
                Chats::These(these) if !these.contains(&row.id) => continue,
                Chats::All | Chats::These(_) => None,
                Chats::Messages { .. } => match of_messages.remove(&row.id) {
                    Some(ids) => Some(ids),
                    None => continue,
                },
            };
            let messages = match &ids {
                None if self.request.choice.takes_whole_chats() => row.messages,
                _ => chooser.count(index, TallyScope::Chat(row.id), ids.as_deref())?,
            };
            if messages > 0 {
                self.messages += messages;
                let marks = marks.iter().find(|(chat, _)| *chat == row.id);
                let facts = index.chat_facts(row.id)?;
                self.add_chat(
                    row,
                    facts,
                    marks.map(|(_, marks)| marks.clone()),
                    messages,
                    ids,
                );
            }
        }
        Ok(())
    }

    /// Of a choice, the people beside it are those who send in it or are in one of its chats.
    fn list_who_is_met(&mut self, index: &Index) -> Result<(), ExportError> {
        let choice = &self.request.choice;
        let whole = matches!(choice.chats, Chats::All) && choice.takes_whole_chats();
        if whole && choice.hidden.is_empty() {
            return Ok(());
        }
        let chooser = Chooser::of(choice);
        let mut met = HashSet::new();
        for chat in &self.chats {
            met.extend(chat.row.person);
            let members = index.members(chat.row.id)?;
            met.extend(members.iter().map(|member| member.person));
            let only = chat.ids.as_ref();
            let only: Option<HashSet<_>> = only.map(|ids| ids.iter().copied().collect());
            index.tally(TallyScope::Chat(chat.row.id), &mut |message| {
                let named = only
                    .as_ref()
                    .is_none_or(|only| only.contains(&message.message));
                if named && chooser.takes_tallied(&message) {
                    met.extend(message.sender);
                }
                ControlFlow::Continue(())
            })?;
        }
        self.people.list_only(met);
        Ok(())
    }

    fn add_chat(
        &mut self,
        mut row: ChatRow,
        mut facts: ChatFacts,
        mut own_marks: Option<OwnMarks>,
        messages: u64,
        ids: Option<Vec<MessageId>>,
    ) {
        if let Some(redactor) = &self.redactor {
            if let Verdict::LeaveOut(reason) = redactor.chat(&mut row, &mut facts) {
                *self.left_out.entry(reason).or_default() += messages;
                return;
            }
            if let Some(marks) = &mut own_marks {
                redactor.own_marks(marks);
            }
        }
        if let Some(person) = row.person {
            row.name = self.people.name(person).map(str::to_owned);
        }
        let number = u32::try_from(self.chats.len() + 1).unwrap_or(u32::MAX);
        self.chats.push(PlannedChat {
            slug: slug(number, row.name.as_deref(), row.id, &self.history.id),
            row,
            facts,
            own_marks,
            number,
            messages,
            ids,
        });
    }

    /// Everything that a hook may ask.
    pub(crate) fn run(&self, now: i64) -> Run<'_> {
        Run {
            plan: self,
            clock: &self.clock,
            people: &self.people,
            redactor: self.redactor.as_ref(),
            now,
        }
    }
}

/// The chosen messages of each chat, by position.
fn chosen_messages(
    index: &Index,
    request: &ExportRequest,
) -> Result<HashMap<ChatId, Vec<MessageId>>, ExportError> {
    let mut chats: HashMap<_, Vec<(u64, MessageId)>> = HashMap::new();
    if let Chats::Messages { ids } = &request.choice.chats {
        for id in ids {
            if let Some((chat, position)) = index.position_of(*id)? {
                chats.entry(chat).or_default().push((position, *id));
            }
        }
    }
    let sorted = chats.into_iter().map(|(chat, mut ids)| {
        ids.sort_unstable();
        ids.dedup();
        (chat, ids.into_iter().map(|(_, id)| id).collect())
    });
    Ok(sorted.collect())
}

/// `0007-ana-3f2a`: the number sorts, the name tells, the end is the same in every export of this history.
fn slug(number: u32, name: Option<&str>, chat: ChatId, history: &str) -> String {
    let hash = Sha256::digest(format!("{history} {}", chat.0));
    let end = hex::encode(hash.get(..4).unwrap_or_default());
    let name = safe_name(name.unwrap_or_default()).to_lowercase();
    let words: Vec<&str> = name.split_whitespace().collect();
    let name = words.join("-");
    let name = name.get(..name.floor_char_boundary(48)).unwrap_or_default();
    match name.trim_end_matches(['-', '.']) {
        "" => format!("{number:04}-{end}"),
        name => format!("{number:04}-{name}-{end}"),
    }
}

fn digest(request: &ExportRequest, history: &HistoryFacts) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(serde_json::to_vec(request).unwrap_or_default());
    if let Some(rules) = &request.redaction {
        hash.update(rules.digest());
    }
    let facts = (&history.id, history.generation, history.app_version);
    hash.update(serde_json::to_vec(&facts).unwrap_or_default());
    hash.finalize().into()
}
