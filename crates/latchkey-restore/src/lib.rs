//! The main job: a backup and a key become an encrypted history, with progress, cancel and a clean way back.
