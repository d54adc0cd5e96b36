//! The steps of the wizard that several tests take through the real window.

use std::path::Path;

use crate::window::Window;

/// From the start screen to a backup shown as a card.
pub async fn choose(window: &Window, backup: &Path) {
    window.click("start-restore").await;
    window
        .type_into("path-input", backup.to_str().unwrap())
        .await;
    window.click("path-check").await;
    window.find("backup-card").await;
}

/// Writes the kit's groups down by hand, types the last ones back, and hands all of them on.
pub async fn write_kit_down(window: &Window) -> String {
    window.click("kit-show").await;
    window.find("kit-groups").await;
    let mut groups = Vec::new();
    for group in window.all("[data-testid=\"kit-groups\"] li").await {
        groups.push(group.text().await.unwrap());
    }
    let last = groups.len() - 3;
    window
        .type_into("kit-proof", &groups[last..].join(" "))
        .await;
    window.click("kit-proof-check").await;
    window.click("next").await;
    groups.join(" ")
}

/// From the last step to the list of chats.
pub async fn restore_and_open_chats(window: &Window) {
    window.click("restore-start").await;
    window.find("report").await;
    window.click("open-chats").await;
    window.find("chat-row").await;
}
