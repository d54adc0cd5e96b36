//! The calm screen after a stop: a page without scripts, from memory, with one button. It says what is safe and nothing about what was open.

use tauri::http::{Response, header};

use crate::shell::words::Words;

/// The scheme of the page.
pub const SCHEME: &str = "notice";
/// Where the page is.
pub const PAGE: &str = "notice://localhost/stopped";
/// Where its button leads; the window takes it as "open the start screen".
pub const START: &str = "notice://localhost/start";

/// The page's own policy: its style and nothing else.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The page in a language.
pub fn answer(words: &Words) -> Response<Vec<u8>> {
    let mut response = Response::new(page(words).into_bytes());
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        header::HeaderValue::from_static("text/html; charset=utf-8"),
    );
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        header::HeaderValue::from_static(POLICY),
    );
    headers.insert(
        header::CACHE_CONTROL,
        header::HeaderValue::from_static("no-store"),
    );
    response
}

/// Our words in our template: nothing in it comes from outside this program.
fn page(words: &Words) -> String {
    let word = |id: &str| words.get(id);
    include_str!("notice/page.html")
        .replace("{language}", words.language)
        .replace("{direction}", words.direction())
        .replace("{title}", &word("stopped-title"))
        .replace("{happened}", &word("stopped-happened"))
        .replace("{todo}", &word("stopped-todo"))
        .replace("{start}", &word("stopped-start"))
        .replace("{link}", START)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_filled_and_has_no_script() {
        let page = page(&Words::for_language("en"));
        assert!(page.contains("Start again") && page.contains(START));
        assert!(!page.contains("<script") && !page.contains("http"));
        for gap in [
            "{title}",
            "{happened}",
            "{todo}",
            "{start}",
            "{link}",
            "{language}",
            "{direction}",
        ] {
            assert!(!page.contains(gap), "{gap}");
        }
    }
    #[test]
    fn the_page_is_set_in_the_direction_of_its_language() {
        let arabic = page(&Words::for_language("ar"));
        assert!(arabic.contains("lang=\"ar\" dir=\"rtl\""));
        assert!(page(&Words::for_language("de")).contains("lang=\"de\" dir=\"ltr\""));
    }
}
