//! Writes the window's types: `ui/src/bindings/` is what this test makes of the views.

use std::path::Path;

use ts_rs::{Config, TS};

use super::*;

/// Exports one type and those it names.
fn export<T: TS + 'static>(config: &Config) {
    T::export_all(config).unwrap();
}

#[test]
fn the_bindings_of_the_window_are_these_views() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/bindings");
    let config = Config::new().with_large_int("number").with_out_dir(folder);
    export::<AboutView>(&config);
    export::<AddressBookView>(&config);
    export::<AuthenticatorView>(&config);
    export::<CallsView>(&config);
    export::<ChatView>(&config);
    export::<ChecksumView>(&config);
    export::<CommandError>(&config);
    export::<CopyProgressView>(&config);
    export::<DayView>(&config);
    export::<DigitsView>(&config);
    export::<DrillView>(&config);
    export::<ExportAskView>(&config);
    export::<ExportEstimateView>(&config);
    export::<ExportGroundView>(&config);
    export::<ExportPersonView>(&config);
    export::<ExportProgressView>(&config);
    export::<ExportReportView>(&config);
    export::<FittingView>(&config);
    export::<GalleryItemView>(&config);
    export::<GalleryKind>(&config);
    export::<GalleryMonthView>(&config);
    export::<HistoryView>(&config);
    export::<HitsView>(&config);
    export::<InspectedView>(&config);
    export::<KeysView>(&config);
    export::<KitView>(&config);
    export::<LinkProgressView>(&config);
    export::<LinkedView>(&config);
    export::<MarksPageView>(&config);
    export::<MessageDetailsView>(&config);
    export::<MessageView>(&config);
    export::<MomentView>(&config);
    export::<PassphraseView>(&config);
    export::<RekeyProgressView>(&config);
    export::<ReportView>(&config);
    export::<RestoreProgressView>(&config);
    export::<SavedKitView>(&config);
    export::<SessionView>(&config);
    export::<SettingsView>(&config);
    export::<StatisticsView>(&config);
    export::<VouchingView>(&config);
}
