//! What the libraries of the window read from the environment, set before anything else runs.

/// What JavaScriptCore takes for the computer's memory, in bytes. It lets its heap double up to a quarter of it before it
/// collects in earnest: on a computer with 16 GB a page that is scrolled keeps hundreds of MiB of rows that are long gone
/// (`forceRAMSize` in its OptionsList.h; docs/benchmarks.md).
#[cfg(target_os = "linux")]
const MEMORY_OF_THE_PAGE: (&str, &str) = ("JSC_forceRAMSize", "536870912");

/// Sets it; a person's own setting stays. Call it first in `main`.
#[cfg(target_os = "linux")]
#[allow(unsafe_code, reason = "std has no safe way to set a variable")]
pub fn prepare() {
    let (name, value) = MEMORY_OF_THE_PAGE;
    if std::env::var_os(name).is_none() {
        // SAFETY: nothing was started yet, so no other thread reads or writes the environment.
        unsafe { std::env::set_var(name, value) };
    }
}

/// Other systems' web views are not WebKitGTK.
#[cfg(not(target_os = "linux"))]
pub fn prepare() {}
