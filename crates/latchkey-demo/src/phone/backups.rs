//! Encrypts the phone's databases under one root key made from the seed.

use std::cell::Cell;
use std::fs::File;
use std::io::{BufReader, BufWriter, IntoInnerError};
use std::path::Path;
use std::time::{Duration, SystemTime};

use latchkey_backup::write::{self, Pack, Recipe};

use super::{PhoneOptions, WritePhoneError};
use crate::dice::Dice;
use crate::tables::SchemaState;

/// The root key of one made-up phone. It protects nothing, so it may be printed.
pub(crate) struct Safe {
    root: [u8; 32],
    dice: Cell<Option<Dice>>,
    schema: SchemaState,
    level: u32,
}

impl Safe {
    pub(crate) fn new(options: &PhoneOptions) -> Self {
        let mut dice = Dice::named(options.seed, 0x6B65_7900);
        Safe {
            root: dice.bytes(),
            dice: Cell::new(Some(dice)),
            schema: options.schema,
            level: if options.messages > 100_000 { 1 } else { 6 },
        }
    }

    /// The 64 digits in 16 groups of 4.
    pub(crate) fn digits(&self) -> String {
        write::digits(&self.root).to_string()
    }

    /// Encrypts `plain` into a new file dated `made` (milliseconds UTC).
    pub(crate) fn encrypt(
        &self,
        plain: &Path,
        into: &Path,
        chats: bool,
        made: i64,
    ) -> Result<(), WritePhoneError> {
        let recipe = self.recipe(chats);
        let reader = BufReader::with_capacity(1 << 17, File::open(plain)?);
        let into = BufWriter::with_capacity(1 << 17, File::create_new(into)?);
        let writer = write::encrypt15(&self.root, &recipe, reader, into)?;
        let file = writer.into_inner().map_err(IntoInnerError::into_error)?;
        let made = Duration::from_millis(u64::try_from(made).unwrap_or(0));
        file.set_modified(SystemTime::UNIX_EPOCH + made)?;
        Ok(())
    }

    /// How a phone of the schema's years writes its backup.
    pub(crate) fn recipe(&self, chats: bool) -> Recipe {
        let mut dice = self.dice.take().unwrap_or_else(|| Dice::named(0, 0));
        let mut recipe = Recipe::new(dice.bytes());
        self.dice.set(Some(dice));
        recipe.pack = Pack::Zlib(self.level);
        let version = match self.schema {
            SchemaState::Legacy => "2.21.11.17",
            SchemaState::Hybrid => "2.22.5.13",
            SchemaState::Modern => "2.26.35.75",
        };
        recipe.header.app_version = Some(version.to_owned());
        recipe.header.phone_suffix = Some("42".to_owned());
        if self.schema != SchemaState::Modern {
            recipe.header.key_type = None;
            recipe.header.backup_version = Some(0);
            // the message tables had not moved yet: main, text, quoted, system
            for (number, finished) in &mut recipe.header.migrations {
                *finished = !matches!(*number, 10 | 11 | 17 | 18);
            }
        }
        if chats {
            recipe
        } else {
            recipe.without_migrations()
        }
    }
}
