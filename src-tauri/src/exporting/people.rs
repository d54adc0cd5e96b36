//! Who can be chosen: whoever sent something in a chat that is shown, the most first.

use std::collections::HashMap;
use std::ops::ControlFlow;

use latchkey_index::{PersonId, TallyScope};

use crate::shell::Shell;
use crate::views::{CommandError, ExportPersonView};

/// Everyone who sent something; the person whose phone it is comes first.
///
/// # Errors
/// As `Session::read_aside`.
pub fn list(shell: &Shell) -> Result<Vec<ExportPersonView>, CommandError> {
    shell.session.read_aside(|reader| {
        let mut mine = 0;
        let mut counts: HashMap<PersonId, u64> = HashMap::new();
        let scope = TallyScope::AllBut(reader.visible().hidden());
        reader.index().tally(scope, &mut |message| {
            match message.sender {
                _ if message.from_me => mine += 1,
                Some(sender) => *counts.entry(sender).or_default() += 1,
                None => {}
            }
            ControlFlow::Continue(())
        })?;
        let known = reader.index().people()?.into_iter();
        let mut all: Vec<ExportPersonView> = known
            .filter_map(|row| {
                Some(ExportPersonView {
                    messages: *counts.get(&row.id)?,
                    id: Some(row.id.0),
                    name: row.name.or(row.phone.map(|phone| format!("+{phone}"))),
                })
            })
            .collect();
        all.sort_by_key(|person| std::cmp::Reverse(person.messages));
        all.insert(
            0,
            ExportPersonView {
                id: None,
                name: None,
                messages: mine,
            },
        );
        Ok::<_, CommandError>(all)
    })
}
