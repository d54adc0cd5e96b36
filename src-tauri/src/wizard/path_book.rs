//! Paths by id: the window names files it was shown by ids, so that a path that is not UTF-8 works and no path is made up by a script.

use std::path::{Path, PathBuf};

/// Every path the window was told of, in order; an id is `p` and its place.
#[derive(Debug, Default)]
pub struct PathBook {
    paths: Vec<PathBuf>,
}

impl PathBook {
    /// The id of a path; the same path keeps its id.
    pub fn id(&mut self, path: &Path) -> String {
        let place = self
            .paths
            .iter()
            .position(|known| known == path)
            .unwrap_or_else(|| {
                self.paths.push(path.to_owned());
                self.paths.len() - 1
            });
        format!("p{place}")
    }

    /// The path of an id that was given out.
    pub fn path(&self, id: &str) -> Option<&Path> {
        let place: usize = id.strip_prefix('p')?.parse().ok()?;
        self.paths.get(place).map(PathBuf::as_path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;

    #[test]
    fn a_path_keeps_its_id() {
        let mut book = PathBook::default();
        let first = book.id(Path::new("/a"));
        let second = book.id(Path::new("/b"));
        assert_ne!(first, second);
        assert_eq!(book.id(Path::new("/a")), first);
        assert_eq!(book.path(&second), Some(Path::new("/b")));
    }

    #[test]
    fn a_path_that_is_not_utf8_comes_back_byte_for_byte() {
        let mut book = PathBook::default();
        let path = Path::new(OsStr::from_bytes(b"/media/\xff\xfe/msgstore.db.crypt15"));
        let id = book.id(path);
        assert_eq!(book.path(&id), Some(path));
    }

    #[test]
    fn an_id_that_was_not_given_out_names_nothing() {
        let mut book = PathBook::default();
        book.id(Path::new("/a"));
        for id in ["p1", "p-1", "0", "", "/a", "p0x", "../a"] {
            assert_eq!(book.path(id), None, "{id}");
        }
    }
}
