// What the made-up people of the mock say, in their languages, and one chat that shows every kind of message once.
import type { MessageView } from "../bindings/MessageView";

export const PEOPLE = ["Ana Ruiz", "Tomás Vidal", "Grandma Rose", "李雷", "Yusuf Şahin", "נועה", "Priya Nair", "Old Sam", "Ольга", "Bea"];

export type Tongue = "en" | "de" | "es" | "fr" | "ar" | "he" | "zh" | "ja" | "ko" | "hi" | "bn" | "ru" | "el" | "th";

export const TONGUES: Record<Tongue, readonly string[]> = {
  en: [
    "Are you home yet?",
    "The train is late again, start without me.",
    "I found the old photographs in the attic.",
    "Can you bring the blue lantern on Saturday?",
    "It rained all night and the cellar is dry, imagine that.",
    "Dinner at seven, the usual place by the harbour.",
    "She asked about you.",
    "No hurry, whenever it suits you.",
    "I left the keys under the third flowerpot.",
    "That recipe needs twice the cardamom.",
    "The meeting moved to half past nine.",
    "Look at the moon tonight!",
    "Thank you for yesterday, it did me good.",
    "Who has the tickets?",
    "I will call the plumber in the morning.",
    "Happy birthday!! 🎉",
    "ok",
    "Haha yes",
    "We walked to the lighthouse and back, eleven kilometres.",
    "Do you remember the name of that café in Porto?",
    "The kids are asleep at last.",
    "My reading glasses are in your car, I think.",
    "There is a heron on the roof.",
    "Let me know when you have landed.",
    "The doctor says it is nothing to worry about.",
    "I am making marmalade.",
    "See https://example.org/timetable for the ferries.",
    "👍",
    "Good night ❤️",
    "On my way",
    "Which one, the green or the grey?",
    "I still have your umbrella.",
  ],
  de: ["Bist du schon da?", "Die Straßenbahn kommt heute gar nicht.", "Äpfel, Brot und Käse, mehr brauchen wir nicht.", "Danke für die schöne Überraschung!", "Morgen um acht am Gleis 4.", "Alles Gute!", "Schau mal in den Briefkasten."],
  es: ["¿Llegaste bien?", "Mañana ensayamos a las seis.", "Te espero en la plaza, junto a la fuente.", "El piano está afinado, por fin.", "Un abrazo grande.", "¡Qué alegría!", "Compra pan y aceitunas."],
  fr: ["Tu es rentré ?", "On se retrouve devant le théâtre.", "Le gâteau est au four.", "Merci pour hier soir.", "À demain !", "J’ai retrouvé la clé."],
  ar: ["هل وصلتم بالسلامة؟", "الغداء عند جدتي يوم الجمعة.", "صباح الخير يا جماعة 🌸", "اشتريت كتابا جميلا من السوق.", "القطار يتأخر اليوم، لا تنتظروني.", "شكرا جزيلا", "موعدنا الساعة 7:30 مساء عند الباب."],
  he: ["הגעת הביתה?", "נתראה בתחנה בשעה 18:00.", "שכחתי את המפתח על השולחן.", "תודה רבה על הכול.", "לילה טוב"],
  zh: ["你到家了吗？", "周末一起去爬山吧。", "外婆做了你最喜欢的饺子。", "我在上海火车站等你。", "好的", "照片我晚上发给你。"],
  ja: ["もう着きましたか？", "東京タワーの前で待っています。", "写真をありがとう！", "来週の同窓会、楽しみです。", "了解です", "桜が咲きましたよ。"],
  ko: ["집에 도착했어?", "회의는 세 시로 바뀌었어요.", "주말에 영화 볼래?", "고마워요!", "내일 봐요."],
  hi: ["घर पहुँच गए?", "शाम को चाय पर आ जाना।", "किताब मिल गई, धन्यवाद!", "कल सुबह आठ बजे मिलते हैं।", "ठीक है"],
  bn: ["বাড়ি পৌঁছেছিস?", "আজ ইলিশ মাছ রান্না করেছি।", "সাবধানে থাকিস।", "ছবিগুলো খুব সুন্দর হয়েছে।", "ভালো আছি, চিন্তা করিস না।"],
  ru: ["Ты уже дома?", "Встретимся у фонтана в семь.", "Спасибо за книгу!", "Завтра обещают снег.", "Хорошо", "Позвони, когда сможешь."],
  el: ["Έφτασες;", "Ο καφές είναι έτοιμος.", "Τα λέμε αύριο στο λιμάνι.", "Χρόνια πολλά!", "Ευχαριστώ πολύ."],
  th: ["ถึงบ้านหรือยัง", "พรุ่งนี้เจอกันที่ตลาด", "ขอบคุณมากค่ะ", "กินข้าวแล้วหรือยัง", "ฝนตกหนักมาก"],
};

type Maker = (plain: MessageView) => Partial<MessageView>;
type Media = NonNullable<MessageView["media"]>;

const ANA = { fromMe: false, sender: 0, senderName: PEOPLE[0] ?? "", hue: 0 };
const TOMAS = { fromMe: false, sender: 1, senderName: PEOPLE[1] ?? "", hue: 5 };
const ROSE = { fromMe: false, sender: 2, senderName: PEOPLE[2] ?? "", hue: 2 };
const NOA = { fromMe: false, sender: 5, senderName: PEOPLE[5] ?? "", hue: 6 };
const LID = { fromMe: false, sender: 99, senderName: null, hue: 4 };
const ME = { fromMe: true, sender: null, senderName: null };
const NOTHING: Media = { name: null, mime: null, size: null, duration: null, width: null, height: null, found: true, picture: false };

function say(who: Partial<MessageView>, text: string, part: Partial<MessageView> = {}): Maker {
  return () => ({ ...who, kind: "text", text, ...part });
}

function send(who: Partial<MessageView>, kind: string, media: Partial<Media> | null, text: string | null = null, part: Partial<MessageView> = {}): Maker {
  return () => ({ ...who, kind, rawKind: null, text, media: media && { ...NOTHING, ...media }, ...part });
}

function note(action: number | null, people: string[], oldValue: string | null = null, text: string | null = null): Maker {
  return () => ({ ...ANA, kind: "system", rawKind: 7, text, system: { action, people, oldValue } });
}

function quoting(position: number | null, who: string | null, text: string | null, kind = "text", fromMe = false): Partial<MessageView> {
  return { quoted: { message: position === null ? null : 1_000_000 + position, position, senderName: who, fromMe, text, kind } };
}

const react = (emoji: string, senderName: string | null) => ({ emoji, senderName, fromMe: senderName === null });

/** Every kind of message once, and the corners of each. */
export const SHOWCASE: readonly Maker[] = [
  note(11, [], null, "Grandpa’s 80th 🎂"),
  note(12, ["Ana Ruiz", "Tomás Vidal", "Grandma Rose"]),
  say(ANA, "Right, everyone: he turns eighty on the twelfth and he suspects nothing."),
  say(ANA, "Let us keep it that way."),
  say(TOMAS, "He suspects everything, he was a customs officer."),
  say(ME, "I can bring the long table and the lanterns.", { reactions: [react("🙏", "Ana Ruiz"), react("🙏", "Tomás Vidal"), react("❤️", "Grandma Rose")] }),
  say(ROSE, "I will make the almond cake. And keep him busy in the garden until five, which will not be hard, because the beans have to be tied up and he has been putting it off since Sunday.", { starred: true }),
  send(ANA, "image", { mime: "image/jpeg", size: 2_204_118, width: 1600, height: 1200, picture: true }, "The garden this morning. Table here, music there?"),
  send(ANA, "image", { mime: "image/jpeg", size: 1_904_000, width: 1200, height: 1600, picture: true }),
  say(ME, "Perfect. The shade will be on our side by then.", quoting(7, "Ana Ruiz", "The garden this morning. Table here, music there?", "image")),
  say(NOA, "אני מביאה את המוזיקה, יש לי את כל התקליטים הישנים שלו!"),
  say(TOMAS, "سأحضر القهوة والتمر إن شاء الله"),
  send(TOMAS, "voice", { mime: "audio/ogg", size: 84_112, duration: 42 }),
  send(ME, "voice", { mime: "audio/ogg", size: 31_002, duration: 9, found: false }),
  send(ANA, "document", { name: "Guest list (final, really final).pdf", mime: "application/pdf", size: 182_440 }, null, { forwarded: 1 }),
  send(TOMAS, "document", { name: "speech-draft-7.odt", mime: "application/vnd.oasis.opendocument.text", size: 22_810, found: false }),
  send(ROSE, "video", { mime: "video/mp4", size: 18_804_233, duration: 77, width: 1280, height: 720, picture: true }, "Him dancing at my sister’s wedding, 1971"),
  send(ROSE, "video", { mime: "video/mp4", size: 44_120_000, duration: 184, found: false }),
  send(ANA, "sticker", { mime: "image/webp", size: 41_000, width: 512, height: 512, picture: true }),
  say(ME, "🎂🎉"),
  say(ME, "❤️", { reactions: [react("❤️", "Grandma Rose")] }),
  say(TOMAS, "The band wants the timetable: https://example.org/trains/2026?from=coast&to=hills (the last train back is at 23:40). Old page: http://example.net/old."),
  say(ME, "I changed my mind about the lanterns: paper ones, no candles.", { editedAt: Date.now() - 86_400_000 }),
  send(ANA, "location", null, "Garden gate, Mill Lane 4"),
  send(TOMAS, "live_location", null),
  send(ROSE, "contact", null, "Bakery Hofmann"),
  send(ANA, "poll", null, "When do we hide behind the shed?"),
  send(ANA, "event", null, "Grandpa’s birthday, 12 May, 17:00"),
  send(LID, "group_invite", null, "Music for the party"),
  send(LID, "text", null, "Hello, this is the accordion player. Ana gave me the link."),
  note(10, ["Unknown number"]),
  note(11, [], "Grandpa’s 80th", "Grandpa’s 80th 🎂"),
  send(TOMAS, "revoked", null),
  send(ME, "revoked", null),
  send(ANA, "call", null),
  send(ME, "call", null),
  send(ROSE, "view_once", null),
  send(ANA, "album", null),
  send(ANA, "image", { mime: "image/jpeg", size: 900_000, width: 900, height: 900, picture: true, found: false }),
  send(ANA, "image", { mime: "image/jpeg", size: 0, found: false }, "This one never finished downloading."),
  send(TOMAS, "gif", { mime: "video/mp4", size: 402_000, duration: 3, width: 480, height: 270, picture: true }),
  send(TOMAS, "video_note", { mime: "video/mp4", size: 1_402_000, duration: 14 }),
  send(TOMAS, "audio", { name: "Accordion – Valse.mp3", mime: "audio/mpeg", size: 5_402_118, duration: 212 }),
  send(ROSE, "order", null, "3 kg almonds"),
  send(ROSE, "payment", null),
  send(ROSE, "template", null, "Your order is ready to be collected."),
  send(ANA, "something_new", null, null, { kind: "unsupported", rawKind: 118 }),
  send(ANA, "something_new", null, "A text of a kind nobody knows yet.", { kind: "unsupported", rawKind: 137 }),
  say(ANA, "A message whose date the phone did not keep.", { sentAt: null }),
  say(ME, "Answering something that is gone.", quoting(null, "Old Sam", null, "voice")),
  say(TOMAS, "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsurkunde_and_a_word_that_never_ends_0123456789_0123456789_0123456789_0123456789"),
  say(ROSE, "Line one\nLine two\n\n    indented, and <b>not bold</b> & not a <script>\nLast line", { forwarded: 127 }),
  say(ME, "He just called. He asked what time the party is.", { reactions: [react("😂", "Ana Ruiz"), react("😂", "Tomás Vidal"), react("😂", null), react("😮", "Grandma Rose"), react("🙏", "נועה")] }),
  say(TOMAS, "Customs officer. I told you."),
  say(ANA, "So, does anyone still need a lift on Saturday?"),
];
