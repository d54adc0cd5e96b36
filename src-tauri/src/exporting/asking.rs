//! What the window asks for, held against the open history: the crate's own request, without anything that is hidden.

use std::ops::ControlFlow;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use latchkey_export::{
    Chats, Choice, ExportRequest, FormatOptions, MediaChoice, NameChoice, PersonOrMe,
};
use latchkey_index::{ChatId, GalleryKind, MessageId, PersonId, Query, UtcOffsets};
use latchkey_messages::Kind;
use latchkey_redact::RedactionRules;

use crate::browsing::{Zone, galleries};
use crate::shell::session::Reader;
use crate::shell::{Shell, held};
use crate::views::{CommandError, ExportAskView, ExportFormat, ExportScopeView};

/// What was asked, with what the shell keeps for it.
pub struct Asked<'a> {
    view: &'a ExportAskView,
    options: FormatOptions,
    rules: Option<RedactionRules>,
    /// Typed days of a search are those of the person's zone, as where it was typed.
    offsets: UtcOffsets,
}

impl<'a> Asked<'a> {
    /// Takes up what was chosen in dialogs.
    ///
    /// # Errors
    /// `usage` where rules or a dataset are asked for and none is chosen.
    pub fn of(shell: &Shell, view: &'a ExportAskView) -> Result<Self, CommandError> {
        let chosen = held(&shell.exporting.chosen);
        let rules = match (view.redact, &chosen.rules) {
            (false, _) => None,
            (true, Some((_, rules))) => Some(rules.clone()),
            (true, None) => return Err(CommandError::usage("no redaction file is chosen")),
        };
        let options = match view.format {
            ExportFormat::Text => FormatOptions::Text(view.preset.into()),
            ExportFormat::Csv => FormatOptions::Csv(view.csv.into()),
            ExportFormat::Pdf => FormatOptions::Pdf(view.paper.into()),
            ExportFormat::Parquet => {
                let add_to = chosen.dataset.clone().filter(|_| view.add_to_dataset);
                if view.add_to_dataset && add_to.is_none() {
                    return Err(CommandError::usage("no dataset is chosen"));
                }
                FormatOptions::Parquet { add_to }
            }
            _ => FormatOptions::None,
        };
        Ok(Self {
            view,
            options,
            rules,
            offsets: Zone::of(&shell.settings()).offsets,
        })
    }

    /// The request, for the history that `reader` reads.
    ///
    /// # Errors
    /// `usage` for a zone, a day or a kind that is none; what searching and reading meet.
    pub fn request(&self, reader: &Reader<'_>) -> Result<ExportRequest, CommandError> {
        let view = self.view;
        Ok(ExportRequest {
            options: self.options.clone(),
            choice: self.choice(reader)?,
            media: MediaChoice::from(view.media),
            names: NameChoice::from(view.names),
            language: view.language.into(),
            own_marks: view.own_marks,
            redaction: self.rules.clone(),
            ..ExportRequest::new(view.format.into(), &view.zone)
        })
    }

    fn choice(&self, reader: &Reader<'_>) -> Result<Choice, CommandError> {
        let view = self.view;
        let me = view.me.then_some(PersonOrMe::Me);
        let people = view.people.iter();
        let people = people.map(|id| PersonOrMe::Person(PersonId(*id)));
        let zone = TimeZone::get(&view.zone).map_err(|_| CommandError::usage("no such zone"))?;
        Ok(Choice {
            chats: self.chats(reader)?,
            people: me.into_iter().chain(people).collect(),
            after: begin_of(view.from.as_deref(), &zone, false)?,
            before: begin_of(view.to.as_deref(), &zone, true)?,
            kinds: view.kinds.iter().map(kind).collect::<Result<_, _>>()?,
            hidden: reader.visible().hidden().to_vec(),
        })
    }

    fn chats(&self, reader: &Reader<'_>) -> Result<Chats, CommandError> {
        Ok(match &self.view.scope {
            ExportScopeView::Everything => Chats::All,
            ExportScopeView::Chats { chats } => {
                Chats::These(chats.iter().copied().map(ChatId).collect())
            }
            ExportScopeView::Search { text, chat } => Chats::Messages {
                ids: self.found(reader, text, chat.map(ChatId))?,
            },
            ExportScopeView::Gallery { kind, chat } => {
                let kind: GalleryKind = galleries::kept(*kind);
                let list = reader.gallery_list(kind, chat.map(ChatId))?;
                Chats::Messages {
                    ids: list.messages().collect(),
                }
            }
        })
    }

    /// Everything that the search finds, not only the pages that were looked at.
    fn found(
        &self,
        reader: &Reader<'_>,
        text: &str,
        chat: Option<ChatId>,
    ) -> Result<Vec<MessageId>, CommandError> {
        let query = Query {
            text: text.to_owned(),
            chat,
            utc_offsets: self.offsets.clone(),
            without: reader.visible().hidden().to_vec(),
            ..Query::default()
        };
        let mut ids = Vec::new();
        reader.index().search_all(&query, &mut |_, _, message| {
            ids.push(message);
            ControlFlow::Continue(())
        })?;
        Ok(ids)
    }
}

/// The first moment of a day in a zone, or of the day after it, milliseconds UTC.
fn begin_of(day: Option<&str>, zone: &TimeZone, after: bool) -> Result<Option<i64>, CommandError> {
    let no_day = |_| CommandError::usage("no such day");
    let Some(day) = day else {
        return Ok(None);
    };
    let day: Date = day.parse().map_err(no_day)?;
    let day = if after {
        day.tomorrow().map_err(no_day)?
    } else {
        day
    };
    let begin = day.to_zoned(zone.clone()).map_err(no_day)?;
    Ok(Some(begin.timestamp().as_millisecond()))
}

fn kind(word: &String) -> Result<Kind, CommandError> {
    let known = Kind::ALL.into_iter().find(|kind| kind.as_str() == word);
    known.ok_or(CommandError::usage("no such kind"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_whole_days_of_the_zone_also_where_clocks_change() {
        let madrid = TimeZone::get("Europe/Madrid").unwrap();
        let at = |day, after| begin_of(Some(day), &madrid, after).unwrap().unwrap();
        // 31 March 2024 has 23 hours there, 27 October 25.
        let hours = |day| (at(day, true) - at(day, false)) / 3_600_000;
        assert_eq!(hours("2024-03-30"), 24);
        assert_eq!(hours("2024-03-31"), 23);
        assert_eq!(hours("2024-10-27"), 25);
        assert_eq!(begin_of(None, &madrid, true).unwrap(), None);
        for none in ["2024-02-30", "yesterday", "", "9999-12-31"] {
            assert!(begin_of(Some(none), &madrid, true).is_err(), "{none}");
        }
    }
}
