//! The files are what their names say.

use super::*;

fn shelf() -> (tempfile::TempDir, MediaShelf) {
    let folder = tempfile::tempdir().unwrap();
    let shelf = MediaShelf::new(Some(folder.path().to_owned()), 5);
    (folder, shelf)
}

/// A file of this kind that exists, with its bytes.
fn one(kind: FileKind) -> (FileDraft, Vec<u8>) {
    let (folder, mut shelf) = shelf();
    loop {
        let file = shelf
            .take(kind, false, 1_700_000_000_000, Some("Plan"))
            .unwrap();
        if file.exists {
            let bytes = fs::read(folder.path().join(file.path.as_ref().unwrap())).unwrap();
            return (file, bytes);
        }
    }
}

#[test]
fn a_picture_decodes_at_its_stated_size_and_hash() {
    let (file, bytes) = one(FileKind::Image);
    let picture = image::load_from_memory(&bytes).unwrap();
    assert_eq!(i64::from(picture.width()), file.width);
    assert_eq!(
        file.sha256.unwrap(),
        <[u8; 32]>::from(Sha256::digest(&bytes))
    );
    assert!(
        file.path
            .unwrap()
            .starts_with("Media/WhatsApp Images/IMG-20231114-WA")
    );
}

#[test]
fn a_sticker_is_a_webp_with_transparent_corners() {
    let (_, bytes) = one(FileKind::Sticker);
    let picture = image::load_from_memory(&bytes).unwrap().to_rgba8();
    assert_eq!(picture.get_pixel(0, 0).0[3], 0);
    assert_eq!(picture.get_pixel(128, 60).0[3], 255);
}

#[test]
fn a_voice_note_is_ogg_opus_that_decodes_to_its_length() {
    let (file, bytes) = one(FileKind::Voice);
    let mut reader = ogg::PacketReader::new(std::io::Cursor::new(bytes));
    assert!(
        reader
            .read_packet()
            .unwrap()
            .unwrap()
            .data
            .starts_with(b"OpusHead")
    );
    assert!(
        reader
            .read_packet()
            .unwrap()
            .unwrap()
            .data
            .starts_with(b"OpusTags")
    );
    let mut decoder = ropus::Decoder::new(16_000, ropus::Channels::Mono).unwrap();
    let (mut samples, mut loudest) = (0, 0);
    while let Some(packet) = reader.read_packet().unwrap() {
        let mut pcm = [0_i16; 320];
        samples += decoder
            .decode(&packet.data, &mut pcm, ropus::DecodeMode::Normal)
            .unwrap();
        loudest = loudest.max(
            pcm.iter()
                .map(|sample| sample.unsigned_abs())
                .max()
                .unwrap(),
        );
    }
    assert_eq!(samples as i64, file.duration * 16_000);
    assert!(loudest > 1000, "it is not silence");
}

#[test]
fn a_document_is_a_pdf_whose_table_points_at_its_objects() {
    let mut dice = Dice::named(1, 1);
    let (bytes, pages) = paper::write("Plan (neu)", &mut dice);
    // one character for each byte, so that offsets stay offsets
    let text: Vec<char> = bytes.iter().map(|byte| char::from(*byte)).collect();
    let from = |offset: usize| text[offset..].iter().collect::<String>();
    let all = from(0);
    assert!(all.starts_with("%PDF-1.4") && all.ends_with("%%EOF\n"));
    assert_eq!(all.matches("/Type /Page ").count() as i64, pages);
    let last = all.rsplit("startxref\n").next().unwrap();
    let table = from(last.lines().next().unwrap().parse().unwrap());
    assert!(table.starts_with("xref"));
    let first = table.lines().nth(3).unwrap();
    assert!(from(first.split(' ').next().unwrap().parse().unwrap()).starts_with("1 0 obj"));
}

#[test]
fn a_film_is_an_mp4_whose_first_chunk_is_a_jpeg() {
    let (_, bytes) = one(FileKind::Video);
    assert_eq!(&bytes[4..8], b"ftyp");
    let stco = bytes
        .windows(4)
        .position(|window| window == b"stco")
        .unwrap();
    let offset = u32::from_be_bytes(bytes[stco + 12..stco + 16].try_into().unwrap()) as usize;
    assert_eq!(&bytes[offset..offset + 2], &[0xFF, 0xD8]);
}

#[test]
fn a_few_files_are_missing_on_purpose_and_say_so() {
    let (folder, mut shelf) = shelf();
    let files: Vec<FileDraft> = (0..300)
        .map(|_| {
            shelf
                .take(FileKind::Sticker, true, 1_700_000_000_000, None)
                .unwrap()
        })
        .collect();
    let missing = files.iter().filter(|file| !file.exists).count();
    assert!((2..40).contains(&missing), "{missing}");
    for file in files {
        assert_eq!(folder.path().join(file.path.unwrap()).exists(), file.exists);
    }
}
