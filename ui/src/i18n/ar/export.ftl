# الدردشات ملفاتٍ للآخرين: ماذا وكيف وأين؛ والعمل؛ وما نتج عنه.
export-title = تصدير
export-back = رجوع
export-plain = الملفات غير مشفَّرة. يستطيع قراءتها كل من يملكها.
export-again = المحاولة من جديد

## ماذا
export-what = ماذا
export-everything = كل الدردشات
export-chats = دردشات مختارة
export-search = ما يعثر عليه بحثك
export-search-words = البحث: { $text }
export-gallery-pictures = صور المعرض وأفلامه
export-gallery-voice = رسائل المعرض الصوتية وأصواته
export-gallery-documents = مستندات المعرض
export-gallery-links = روابط المعرض
export-of-one = فقط في: { $chat }
export-filter-chats = البحث عن دردشة
export-chosen-chats = { $count ->
    [zero] لم تُختر أي دردشة
    [one] دردشة واحدة مختارة
    [two] دردشتان مختارتان
    [few] { $countText } دردشات مختارة
    [many] { $countText } دردشةً مختارة
   *[other] { $countText } دردشة مختارة
}
export-none-fits = لا شيء مطابق
export-locked = { $count ->
    [zero] لا توجد دردشات مقفلة متروكة من التصدير.
    [one] دردشة مقفلة واحدة ليست ضمن التصدير، ولا أي شيء يقتبس منها. لتصديرها أظهرها أولًا في قائمة الدردشات.
    [two] دردشتان مقفلتان ليستا ضمن التصدير، ولا أي شيء يقتبس منهما. لتصديرهما أظهرهما أولًا في قائمة الدردشات.
    [few] { $countText } دردشات مقفلة ليست ضمن التصدير، ولا أي شيء يقتبس منها. لتصديرها أظهرها أولًا في قائمة الدردشات.
    [many] { $countText } دردشةً مقفلة ليست ضمن التصدير، ولا أي شيء يقتبس منها. لتصديرها أظهرها أولًا في قائمة الدردشات.
   *[other] { $countText } دردشة مقفلة ليست ضمن التصدير، ولا أي شيء يقتبس منها. لتصديرها أظهرها أولًا في قائمة الدردشات.
}
export-narrow = جزء من الرسائل فقط
export-from = من
export-to = إلى، مع ذلك اليوم
export-days-why = الأيام بحسب المنطقة الزمنية أدناه. عند اختيار يوم تُترك الرسائل التي لا تاريخ لها.
export-people = المرسِل
export-people-why = إن لم يُختر أحد فالمقصود الجميع.
export-people-you = أنت
export-people-unknown = الاسم غير معروف
export-people-find = البحث عن شخص
export-people-waiting = يجري تصفح الرسائل…
export-kinds = من هذه الأنواع
export-kinds-why = إن لم يُختر نوع فالمقصود كل الأنواع.

## كيف
export-how = كيف
export-format = الصيغة
export-format-html = صفحات ويب
export-format-html-use = للقراءة في أي متصفح، مع البحث ومن دون شبكة
export-format-pdf = PDF
export-format-pdf-use = للطباعة أو التقديم: صفحات ورسائل مرقَّمة
export-format-json = JSON
export-format-json-use = كل شيء في ملف واحد للبرامج؛ ويستطيع Latchkey قراءته من جديد
export-format-jsonl = JSON Lines
export-format-jsonl-use = رسالة في كل سطر، للكميات الكبيرة
export-format-csv = جداول (CSV)
export-format-csv-use = للعدّ والفرز في جداول البيانات
export-format-text = نص
export-format-text-use = كما يكتبه «تصدير الدردشة» في WhatsApp
export-format-parquet = Parquet
export-format-parquet-use = لمحركات البيانات مثل DuckDB وSpark
export-format-rsmf = RSMF
export-format-rsmf-use = للمراجعة القانونية: ملف لكل دردشة ويوم
export-format-vcard = جهات اتصال (vCard)
export-format-vcard-use = لدفاتر العناوين
export-format-kml = خريطة (KML)
export-format-kml-use = الأماكن المرسلة، لبرامج الخرائط
export-format-geojson = خريطة (GeoJSON)
export-format-geojson-use = الأماكن المرسلة، لأدوات الخرائط
export-format-icalendar = تقويم (iCalendar)
export-format-icalendar-use = المكالمات والمناسبات، للتقاويم
export-format-telegram = JSON بصيغة Telegram
export-format-telegram-use = للبرامج التي تقرأ تصديرات Telegram
export-format-media = الملفات فقط
export-format-media-use = صور وأفلام وأصوات بحسب الدردشة والشهر
export-preset = التنسيق
export-preset-android-us = Android، الولايات المتحدة
export-preset-android-uk = Android، المملكة المتحدة
export-preset-android-de = Android، ألمانيا
export-preset-ios-us = iPhone، الولايات المتحدة
export-preset-ios-uk = iPhone، المملكة المتحدة
export-csv = معدٌّ لأجل
export-csv-excel = جداول البيانات (لا تصير أي خلية معادلة)
export-csv-plain = جداول البيانات، من دون علامة ترتيب البايتات
export-csv-raw = البرامج (النصوص كما هي تمامًا)
export-paper = الورق
export-paper-a4 = A4
export-paper-letter = Letter
export-dataset = مجموعة البيانات
export-dataset-why = الإضافة إلى مجموعة موجودة لجمع عدة حسابات معًا.
export-dataset-none = مجموعة جديدة
export-dataset-pick = اختيار مجموعة بيانات
export-dataset-drop = إنشاء مجموعة جديدة
export-media = الصور والملفات
export-media-files = مع كل الملفات
export-media-thumbnails = صور صغيرة فقط
export-media-none = من دونها
export-names = تسمية الأشخاص
export-names-names = بالاسم
export-names-numbers = بالرقم
export-names-both = بالاسم والرقم
export-zone = المنطقة الزمنية
export-zone-why = كل الأوقات المحلية بحسب هذه المنطقة، ويذكرها التصدير.
export-zone-search = اكتب مدينة أو منطقة
export-zone-none = لا توجد منطقة مطابقة. جرّب أقرب مدينة كبيرة.
export-language = لغة التصدير
export-language-why = لغة العناوين والإشعارات؛ وتبقى الرسائل كما هي.
export-marks = مع إشاراتي المرجعية ووسومي وملاحظاتي
export-marks-why = هي لك وحدك: اتركها مما يحصل عليه الآخرون.
export-redaction = الحجب
export-redaction-why = ملف يحدد الأشخاص أو الكلمات أو الأنواع التي تُترك أو تُستبدل (انظر الدليل).
export-redaction-none = لا يُحجب شيء
export-redaction-pick = اختيار ملف الحجب
export-redaction-other = اختيار ملف آخر
export-redaction-drop = عدم الحجب

## أين
export-where = أين
export-place = مجلد جديد
export-place-in = في { $folder }
export-place-pick = اختيار مكان آخر
export-place-free = المساحة الحرة هناك: { $size }.
export-place-taken = يوجد شيء بهذا الاسم. لا يُستبدل أي شيء أبدًا: اختر اسمًا آخر.
export-estimate-waiting = يجري تقدير الحجم…
export-estimate = { $messages ->
    [zero] لا رسائل
    [one] رسالة واحدة
    [two] رسالتان
    [few] { $messagesText } رسائل
    [many] { $messagesText } رسالةً
   *[other] { $messagesText } رسالة
} في { $chats ->
    [zero] { $chatsText } دردشات
    [one] دردشة واحدة
    [two] دردشتين
    [few] { $chatsText } دردشات
    [many] { $chatsText } دردشةً
   *[other] { $chatsText } دردشة
}
export-estimate-size = نحو { $size }، { $files ->
    [zero] لا ملفات
    [one] ملف واحد
    [two] ملفان
    [few] { $filesText } ملفات
    [many] { $filesText } ملفًا
   *[other] { $filesText } ملف
}
export-estimate-missing = { $count ->
    [zero] كل ملفات الرسائل موجودة.
    [one] ملف واحد من ملفات الرسائل غير موجود ولا يمكن تصديره.
    [two] ملفان من ملفات الرسائل غير موجودين ولا يمكن تصديرهما.
    [few] { $countText } ملفات من ملفات الرسائل غير موجودة ولا يمكن تصديرها.
    [many] { $countText } ملفًا من ملفات الرسائل غير موجودة ولا يمكن تصديرها.
   *[other] { $countText } ملف من ملفات الرسائل غير موجودة ولا يمكن تصديرها.
}
export-estimate-redacted = ما يأخذه الحجب لا يزال محسوبًا هنا.
export-estimate-tight = قد لا تكفي المساحة: يلزم نحو { $size } والمساحة الحرة { $free }.
export-start = تصدير

## العمل
export-running = يجري التصدير
export-running-why = يمكنك النظر في دردشاتك أثناء ذلك. إذا قُفلت توقف التصدير، ويبقى ما كُتب في مجلده من دون تشفير حتى تتابعه أو تحذفه.
export-stage-beginning = البداية
export-stage-counting = عدّ الموجود
export-stage-messages = كتابة الرسائل والملفات
export-stage-finishing = الإنهاء
export-stage-proof = إثبات كل ملف
export-stage-signing = التوقيع
export-stage-behind = تمّ
export-of-messages = الرسائل
export-of-total = { $done } من { $total }
export-written-bytes = المكتوب
export-left = الوقت المتبقي
export-left-unknown = غير معروف بعد
export-left-second = { $count ->
    [zero] { $countText } ثانية
    [one] ثانية واحدة
    [two] ثانيتان
    [few] { $countText } ثوانٍ
    [many] { $countText } ثانيةً
   *[other] { $countText } ثانية
}
export-left-minute = { $count ->
    [zero] { $countText } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $countText } دقائق
    [many] { $countText } دقيقةً
   *[other] { $countText } دقيقة
}
export-left-hour = { $count ->
    [zero] { $countText } ساعة
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $countText } ساعات
    [many] { $countText } ساعةً
   *[other] { $countText } ساعة
}
export-stop = إيقاف
export-stopping = يجري الإيقاف…

## ما توقف
export-stopped = أُوقف التصدير
export-stopped-todo = احتُفظ بما كُتب من دون تشفير. تابعه أو احذفه.
export-unfinished = توقفت سابقًا
export-unfinished-of = { $done } من { $total } من الرسائل، البداية: { $date }
export-unfinished-use = يكتبه الآن برنامج آخر.
export-unfinished-redacted = يتبع ملف حجب سيُطلب منك من جديد.
export-resume = متابعة
export-delete = حذف
export-delete-title = حذف ما كُتب من { $name }؟
export-delete-text = تُحذف الملفات غير المكتملة نهائيًا. وتبقى دردشاتك كما هي.
export-delete-yes = حذف الملفات غير المكتملة
export-delete-no = الاحتفاظ بها

## ما نتج
export-done = تمّ التصدير
export-done-in = { $name } موجود في { $folder }.
export-show = فتح المجلد
export-another = تصدير شيء آخر
export-counts = ما فيه
export-chosen = الرسائل المختارة
export-written = المكتوبة
export-left-redacted-person = متروكة: شخص يذكره الحجب
export-left-redacted-word = متروكة: كلمة يذكرها الحجب
export-left-redacted-pattern = متروكة: ما يصفه نمط في الحجب
export-left-redacted-kind = متروكة: نوع يذكره الحجب
export-left-redacted-message = متروكة: رسائل يذكرها الحجب
export-left-redacted-file = متروكة: ملف يستبقيه الحجب
export-left-not-in-this-format = متروكة: لا مكان لها في هذه الصيغة
export-left-other = متروكة: { $reason }
export-count-chats = الدردشات
export-count-people = الأشخاص
export-count-calls = المكالمات
export-count-reactions = التفاعلات
export-count-media = ملفات الرسائل
export-count-media-missing = ملفات غير موجودة
export-count-media-left = ملفات تركها الحجب
export-count-replaced = مواضع مستبدلة
export-count-files = الملفات في المجلد
export-count-size = الحجم
export-glyphs = { $count ->
    [zero] رُسمت كل الحروف.
    [one] تعذَّر رسم حرف واحد: لا يوجد في أي خط.
    [two] تعذَّر رسم حرفين: لا يوجدان في أي خط.
    [few] تعذَّر رسم { $countText } أحرف: لا توجد في أي خط.
    [many] تعذَّر رسم { $countText } حرفًا: لا توجد في أي خط.
   *[other] تعذَّر رسم { $countText } حرف: لا توجد في أي خط.
}
export-proof = الإثبات
export-proof-why = في المجلد الملفان manifest.json وSHA256SUMS. دوّن هذا الرقم أو أرسله منفصلًا عن الملفات: من يملكه يستطيع بالأمر «latchkey verify» التحقق من أن شيئًا لم يتغير.
export-proof-hash = SHA-256 لملف البيان
export-proof-copy = نسخ الرقم

## ما يعترض الطريق
export-no-space = المساحة الحرة لا تكفي
export-no-space-todo = احتُفظ بما كُتب. وفّر مساحة وتابع، أو احذفه واختر مكانًا آخر.
export-exists = يوجد شيء بهذا الاسم
export-exists-todo = لم يُستبدل شيء. اختر اسمًا آخر، أو تابع التصدير غير المكتمل.
export-in-use = هناك عمل آخر جارٍ
export-in-use-todo = انتظر حتى تنتهي الاستعادة أو التصدير الآخر ثم حاول من جديد.
