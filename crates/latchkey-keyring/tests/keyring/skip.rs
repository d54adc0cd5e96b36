//! Tests that need another program: skipped with a visible word where it is missing, failed where nothing may be.

/// Says that a test is skipped and why; true, so that the caller returns.
///
/// # Panics
/// In CI, and wherever `LATCHKEY_NO_SKIP` is set.
pub fn skipped(reason: &str) -> bool {
    let must_run = ["CI", "LATCHKEY_NO_SKIP"].map(|name| std::env::var_os(name).is_some());
    assert!(
        !must_run.contains(&true),
        "must not be skipped here: {reason}"
    );
    // Written past the test harness, which keeps back what a passing test prints.
    let line = format!("skipped: {reason}\n");
    let _ = std::io::Write::write_all(&mut std::io::stderr(), line.as_bytes());
    true
}
