//! Lets Tauri read the window's configuration and capabilities at build time.

fn main() {
    tauri_build::try_build(
        tauri_build::Attributes::new()
            .capabilities_path_pattern("./src-tauri/capabilities/**/*.json"),
    )
    .expect("tauri.conf.json and src-tauri/capabilities are part of the source tree");
}
