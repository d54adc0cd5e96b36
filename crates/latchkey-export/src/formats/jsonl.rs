//! JSON Lines: a file each of messages, people, chats and calls, one record a line; the schema beside them.

use latchkey_index::WalkedCall;
use serde::{Deserialize, Serialize};

use super::record;
use crate::error::FormatError;
use crate::format::{ChatHead, Costs, Entry, Fate, FileUse, Format, FormatState, Needs, Run};
use crate::output::{FileId, Output, SafePath};
use crate::report::Counts;

const MESSAGES: &str = "messages.jsonl";
const CHATS: &str = "chats.jsonl";
const CALLS: &str = "calls.jsonl";
const PEOPLE: &str = "people.jsonl";
const SCHEMA: &str = "schema.json";

/// The hooks.
#[derive(Debug, Default)]
pub(super) struct Jsonl {
    files: Option<Files>,
    line: Vec<u8>,
}

#[derive(Debug, Clone, Copy)]
struct Files {
    messages: FileId,
    chats: FileId,
    calls: FileId,
}

/// Nothing but that the files are open.
#[derive(Serialize, Deserialize)]
struct State {
    open: bool,
}

impl Jsonl {
    fn files(&self) -> Result<Files, FormatError> {
        self.files.ok_or(FormatError::BadState)
    }

    fn put(&mut self, file: FileId, out: &mut Output) -> Result<(), FormatError> {
        self.line.push(b'\n');
        Ok(out.write(file, &self.line)?)
    }
}

/// What both JSON formats want to be read.
pub(super) fn needs() -> Needs {
    Needs {
        receipts: true,
        stored: true,
        thumbnails: true,
        members: true,
        calls: true,
        names: true,
        files: FileUse::Shelf,
    }
}

/// What both JSON formats cost, fitted on made-up phones.
pub(super) fn costs() -> Costs {
    Costs {
        per_message: 330.0,
        per_text_byte: 1.6,
        fixed: 20_000,
        files_per_chat: 0.0,
    }
}

impl Format for Jsonl {
    fn needs(&self) -> Needs {
        needs()
    }

    fn costs(&self) -> Costs {
        costs()
    }

    fn begin(&mut self, _run: &Run<'_>, out: &mut Output) -> Result<(), FormatError> {
        out.put(&SafePath::fixed(SCHEMA), record::SCHEMA)?;
        self.files = Some(Files {
            messages: out.create(&SafePath::fixed(MESSAGES))?,
            chats: out.create(&SafePath::fixed(CHATS))?,
            calls: out.create(&SafePath::fixed(CALLS))?,
        });
        Ok(())
    }

    fn begin_chat(
        &mut self,
        chat: &ChatHead<'_>,
        _run: &Run<'_>,
        out: &mut Output,
    ) -> Result<(), FormatError> {
        record::chat(chat, &mut self.line)?;
        let file = self.files()?.chats;
        self.put(file, out)
    }

    fn message(
        &mut self,
        entry: &Entry<'_>,
        run: &Run<'_>,
        out: &mut Output,
    ) -> Result<Fate, FormatError> {
        record::message(entry, run, &mut self.line)?;
        let file = self.files()?.messages;
        self.put(file, out)?;
        Ok(Fate::Written)
    }

    fn end_chat(&mut self, _run: &Run<'_>, _out: &mut Output) -> Result<(), FormatError> {
        Ok(())
    }

    fn call(
        &mut self,
        call: &WalkedCall,
        _run: &Run<'_>,
        out: &mut Output,
    ) -> Result<Fate, FormatError> {
        record::call(call, &mut self.line)?;
        let file = self.files()?.calls;
        self.put(file, out)?;
        Ok(Fate::Written)
    }

    fn checkpoint(&mut self, _out: &mut Output) -> Result<FormatState, FormatError> {
        let state = State {
            open: self.files.is_some(),
        };
        Ok(serde_json::to_value(state)?)
    }

    fn resume(
        &mut self,
        state: FormatState,
        _chat: Option<&ChatHead<'_>>,
        _run: &Run<'_>,
        out: &mut Output,
    ) -> Result<(), FormatError> {
        let state: State = serde_json::from_value(state).map_err(|_| FormatError::BadState)?;
        if !state.open {
            return Err(FormatError::BadState);
        }
        self.files = Some(Files {
            messages: out.reopen(&SafePath::fixed(MESSAGES))?,
            chats: out.reopen(&SafePath::fixed(CHATS))?,
            calls: out.reopen(&SafePath::fixed(CALLS))?,
        });
        Ok(())
    }

    fn finish(
        &mut self,
        run: &Run<'_>,
        _totals: &Counts,
        out: &mut Output,
    ) -> Result<(), FormatError> {
        let files = self.files()?;
        for file in [files.messages, files.chats, files.calls] {
            out.close(file)?;
        }
        let people = out.create(&SafePath::fixed(PEOPLE))?;
        for named in run.people.iter() {
            record::person(named, &mut self.line)?;
            self.put(people, out)?;
        }
        Ok(out.close(people)?)
    }
}
