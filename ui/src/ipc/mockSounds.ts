// Sounds and films for the played shell, made when asked for: a few quiet tones as a WAV file, a moving disc as a WebM film.

const RATE = 8_000;
/** Seconds; longer ones are cut, so that a page does not hold megabytes of tones. */
const LONGEST = 60;
const TONES = [262, 330, 392, 494];

/** Tones that follow one another, as a WAV file (PCM, 16 bit, one channel). */
export function tones(seconds: number): ArrayBuffer {
  const samples = Math.round(Math.min(Math.max(1, seconds), LONGEST) * RATE);
  const file = new DataView(new ArrayBuffer(44 + samples * 2));
  const word = (at: number, letters: string) => [...letters].forEach((letter, n) => file.setUint8(at + n, letter.charCodeAt(0)));
  word(0, "RIFF");
  file.setUint32(4, 36 + samples * 2, true);
  word(8, "WAVEfmt ");
  file.setUint32(16, 16, true);
  file.setUint16(20, 1, true);
  file.setUint16(22, 1, true);
  file.setUint32(24, RATE, true);
  file.setUint32(28, RATE * 2, true);
  file.setUint16(32, 2, true);
  file.setUint16(34, 16, true);
  word(36, "data");
  file.setUint32(40, samples * 2, true);
  for (let n = 0; n < samples; n += 1) {
    const tone = TONES[Math.floor(n / (RATE / 2)) % TONES.length] ?? 262;
    const fade = Math.sin(((n % (RATE / 2)) / (RATE / 2)) * Math.PI);
    file.setInt16(44 + n * 2, Math.round(Math.sin((n / RATE) * tone * 2 * Math.PI) * fade * 6_000), true);
  }
  return file.buffer as ArrayBuffer;
}

/** A second of a disc that moves, recorded as a browser records its own canvas. */
export async function film(width: number, height: number): Promise<ArrayBuffer> {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.min(320, width), Math.min(320, height)];
  const brush = canvas.getContext("2d");
  const recorder = new MediaRecorder(canvas.captureStream(15), { mimeType: "video/webm" });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const stopped = new Promise<void>((done) => (recorder.onstop = () => done()));
  recorder.start();
  for (let frame = 0; frame < 12; frame += 1) {
    if (brush) {
      brush.fillStyle = "#5a6f85";
      brush.fillRect(0, 0, canvas.width, canvas.height);
      brush.fillStyle = "#e0b25a";
      brush.beginPath();
      brush.arc(40 + frame * 16, canvas.height / 2, 28, 0, Math.PI * 2);
      brush.fill();
    }
    await new Promise((next) => setTimeout(next, 70));
  }
  recorder.stop();
  await stopped;
  return new Blob(parts).arrayBuffer();
}
