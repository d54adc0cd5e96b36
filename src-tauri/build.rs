//! Lets Tauri read the window's configuration, capabilities and permissions at build time.

#![allow(
    clippy::print_stdout,
    reason = "a build script talks to cargo on stdout"
)]

fn main() {
    println!("cargo::rerun-if-changed=src-tauri/permissions");
    let app = tauri_build::AppManifest::new()
        .permissions_path_pattern("./src-tauri/permissions/**/*.toml");
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("./src-tauri/capabilities/**/*.json")
        .app_manifest(app);
    tauri_build::try_build(attributes)
        .expect("tauri.conf.json, capabilities and permissions are part of the source tree");
}
