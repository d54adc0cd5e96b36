import { expect, test } from "vitest";
import type { MediaView } from "../../../../bindings/MediaView";
import type { MessageView } from "../../../../bindings/MessageView";
import { bodyOf, roomFor } from "./bodies";

const media = (part: Partial<MediaView> = {}): MediaView => ({ name: null, mime: null, size: null, duration: null, width: null, height: null, pages: null, transcript: null, waveform: null, missing: null, found: true, picture: false, ...part });
const shape = (kind: string, part: MediaView | null = null) => bodyOf({ kind, media: part, parts: [] } as unknown as MessageView);

test("every kind of the contract has a shape, and unknown ones too", () => {
  expect(["text", "image", "voice", "location", "call", "revoked", "view_once", "unsupported", "kind_of_2031"].map((kind) => shape(kind))).toEqual([
    "text", "file", "file", "card", "call", "revoked", "card", "unsupported", "unsupported",
  ]);
});

test("a picture is drawn only when the shell can give it", () => {
  expect(shape("image", media({ picture: true }))).toBe("picture");
  expect(shape("image", media())).toBe("file");
  expect(shape("unsupported", media({ picture: true }))).toBe("picture");
});

test("sounds and films play where their file is at hand; without it a film has its still, a sound only its name", () => {
  expect(["voice", "audio", "video", "gif", "video_note"].map((kind) => shape(kind, media()))).toEqual(["sound", "sound", "film", "film", "film"]);
  expect(["voice", "audio", "video", "gif"].map((kind) => shape(kind, media({ found: false })))).toEqual(["file", "file", "file", "file"]);
  expect(shape("video", media({ found: false, picture: true }))).toBe("film");
  expect(shape("document", media({ mime: "image/svg+xml" }))).toBe("file");
});

test("a picture's room keeps its shape and is known before it is loaded", () => {
  expect(roomFor(media({ width: 1600, height: 1200 }), "image")).toEqual({ width: 320, height: 240 });
  expect(roomFor(media({ width: 1000, height: 4000 }), "image").height).toBeLessThanOrEqual(340);
  expect(roomFor(media(), "image")).toEqual({ width: 280, height: 210 });
});
