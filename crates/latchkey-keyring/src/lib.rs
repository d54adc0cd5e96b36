//! The keyring file: slots and secrets, recovery kits.
