//! JSON: everything in one file, a record a line, so that it can be read in one go or line by line.

use latchkey_index::WalkedCall;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{jsonl, record};
use crate::clock::Clock;
use crate::error::FormatError;
use crate::format::{ChatHead, Costs, Entry, Fate, Format, FormatState, Needs, Run};
use crate::output::{FileId, Output, SafePath};
use crate::report::Counts;

const EXPORT: &str = "export.json";
const SCHEMA: &str = "schema.json";

/// The hooks.
#[derive(Debug, Default)]
pub(super) struct Json {
    file: Option<FileId>,
    at: At,
    line: Vec<u8>,
}

/// How far the file is: what has to stand before the next record.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct At {
    chats: u64,
    messages: u64,
    calls: u64,
    in_calls: bool,
}

impl Json {
    fn file(&self) -> Result<FileId, FormatError> {
        self.file.ok_or(FormatError::BadState)
    }

    /// The record in `line`, after a comma where it is not the first of its list.
    fn put(&mut self, before: u64, out: &mut Output) -> Result<(), FormatError> {
        let between: &[u8] = if before > 0 { b",\n" } else { b"\n" };
        let file = self.file()?;
        out.write(file, between)?;
        Ok(out.write(file, &self.line)?)
    }

    fn begin_calls(&mut self, out: &mut Output) -> Result<(), FormatError> {
        if !std::mem::replace(&mut self.at.in_calls, true) {
            out.write(self.file()?, b"\n],\n\"calls\":[")?;
        }
        Ok(())
    }
}

impl Format for Json {
    fn needs(&self) -> Needs {
        jsonl::needs()
    }

    fn costs(&self) -> Costs {
        jsonl::costs()
    }

    fn begin(&mut self, run: &Run<'_>, out: &mut Output) -> Result<(), FormatError> {
        out.put(&SafePath::fixed(SCHEMA), record::SCHEMA)?;
        let file = out.create(&SafePath::fixed(EXPORT))?;
        self.file = Some(file);
        let head = json!({
            "made_at": Clock::utc(run.now),
            "history": run.plan.history.id,
            "generation": run.plan.history.generation,
            "zone": run.clock.name(),
        });
        out.write(file, b"{\"version\":1,\"export\":")?;
        out.write_json(file, &head)?;
        out.write(file, b",\n\"people\":[")?;
        for (before, named) in (0..).zip(run.people.iter()) {
            record::person(named, &mut self.line)?;
            self.put(before, out)?;
        }
        Ok(out.write(file, b"\n],\n\"chats\":[")?)
    }

    fn begin_chat(
        &mut self,
        chat: &ChatHead<'_>,
        _run: &Run<'_>,
        out: &mut Output,
    ) -> Result<(), FormatError> {
        record::chat(chat, &mut self.line)?;
        // Its messages go into the same object; `messages` is their number in the history.
        self.line.pop();
        self.line.extend_from_slice(b",\"message_list\":[");
        self.put(self.at.chats, out)?;
        self.at.chats += 1;
        self.at.messages = 0;
        Ok(())
    }

    fn message(
        &mut self,
        entry: &Entry<'_>,
        run: &Run<'_>,
        out: &mut Output,
    ) -> Result<Fate, FormatError> {
        record::message(entry, run, &mut self.line)?;
        self.put(self.at.messages, out)?;
        self.at.messages += 1;
        Ok(Fate::Written)
    }

    fn end_chat(&mut self, _run: &Run<'_>, out: &mut Output) -> Result<(), FormatError> {
        Ok(out.write(self.file()?, b"\n]}")?)
    }

    fn call(
        &mut self,
        call: &WalkedCall,
        _run: &Run<'_>,
        out: &mut Output,
    ) -> Result<Fate, FormatError> {
        self.begin_calls(out)?;
        record::call(call, &mut self.line)?;
        self.put(self.at.calls, out)?;
        self.at.calls += 1;
        Ok(Fate::Written)
    }

    fn checkpoint(&mut self, _out: &mut Output) -> Result<FormatState, FormatError> {
        Ok(serde_json::to_value(&self.at)?)
    }

    fn resume(
        &mut self,
        state: FormatState,
        _chat: Option<&ChatHead<'_>>,
        _run: &Run<'_>,
        out: &mut Output,
    ) -> Result<(), FormatError> {
        self.at = serde_json::from_value(state).map_err(|_| FormatError::BadState)?;
        self.file = Some(out.reopen(&SafePath::fixed(EXPORT))?);
        Ok(())
    }

    fn finish(
        &mut self,
        _run: &Run<'_>,
        _totals: &Counts,
        out: &mut Output,
    ) -> Result<(), FormatError> {
        self.begin_calls(out)?;
        let file = self.file()?;
        out.write(file, b"\n]}\n")?;
        Ok(out.close(file)?)
    }
}
