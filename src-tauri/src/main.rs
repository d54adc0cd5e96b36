//! The desktop program: everything is in the library beside it.

fn main() {
    latchkey_desktop::run();
}
