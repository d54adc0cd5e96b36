# The history browser: list of chats, conversation, search.

## Frame
chats-heading = الدردشات
chats-list-label = الدردشات
chats-lock = قفل
chats-lock-title = قفل: إغلاق الدردشات ونسيان المفاتيح
chats-settings = الإعدادات
chats-back-to-list = العودة إلى الدردشات
chats-back-to-results = العودة إلى النتائج
chats-loading = جارٍ فتح دردشاتك…
chats-retry = إعادة المحاولة
chats-choose = اختر دردشة لقراءتها
chats-choose-hint = اضغط / للبحث في كل الرسائل.
chats-whole =
    { $chats ->
        [zero] لا دردشات
        [one] دردشة واحدة
        [two] دردشتان
        [few] { $chatsText } دردشات
        [many] { $chatsText } دردشة
       *[other] { $chatsText } دردشة
    }، { $messages ->
        [zero] لا رسائل
        [one] رسالة واحدة
        [two] رسالتان
        [few] { $messagesText } رسائل
        [many] { $messagesText } رسالة
       *[other] { $messagesText } رسالة
    }
chats-span = { $from } – { $to }
chats-none = لا توجد دردشات في هذه النسخة الاحتياطية
chats-none-hint = فُتح السجل ولا شيء فيه. استعادة نسخة احتياطية أحدث تضيف إليه.

## List
chats-filter = تصفية بالاسم
chats-filter-clear = مسح التصفية
chats-filter-none = لا توجد دردشة في اسمها «{ $text }».
chats-filter-search = البحث في الرسائل بدلًا من ذلك
chats-filtered =
    { $count ->
        [0] لا دردشات
        [one] دردشة واحدة
        [two] دردشتان
        [few] { $countText } دردشات
        [many] { $countText } دردشة
       *[other] { $countText } دردشة
    }
chats-count =
    { $count ->
        [zero] لا رسائل
        [one] رسالة واحدة
        [two] رسالتان
        [few] { $countText } رسائل
        [many] { $countText } رسالة
       *[other] { $countText } رسالة
    }
chats-unread =
    { $count ->
        [zero] كلها مقروءة
        [one] واحدة غير مقروءة
        [two] اثنتان غير مقروءتين
        [few] { $countText } غير مقروءة
        [many] { $countText } غير مقروءة
       *[other] { $countText } غير مقروءة
    }
chats-you-said = أنت:
chats-no-messages = لا رسائل
chats-private-number = غير معروف (رقم خاص)
chats-unnamed-group = مجموعة بلا اسم
chats-unnamed-community = مجتمع بلا اسم
chats-unnamed-channel = قناة بلا اسم
chats-broadcast = قائمة رسائل جماعية
chats-status = الحالات
chats-deleted-chat = دردشة محذوفة
chats-unnamed = دردشة بلا اسم

## Conversation
chats-conversation = الرسائل مع { $name }
chats-conversation-group = الرسائل في { $name }
chats-conversation-failed = تعذر فتح هذه الرسائل
chats-conversation-empty = لا رسائل في هذه الدردشة
chats-conversation-empty-hint = احتفظ الهاتف بالدردشة، ولم يبقَ فيها شيء.
chats-left = لم تعد في هذه المجموعة
chats-disappearing-new = تختفي الرسائل بعد { $time }
chats-about = حول هذه الدردشة
chats-about-number = الرقم
chats-about-first = أول رسالة
chats-about-last = آخر رسالة
chats-about-disappearing = الرسائل الجديدة
chats-about-disappearing-after = تختفي بعد { $time }
chats-search-here = البحث في هذه الدردشة
chats-you = أنت
chats-you-among = أنت
chats-no-date = بلا تاريخ
chats-edited = معدَّلة
chats-edited-at = عُدّلت: { $when }
chats-starred = مميَّزة بنجمة
chats-pinned = ثبّتها: { $name }
chats-kept = احتفظ بها: { $name }
chats-disappearing = رسالة تختفي
chats-disappearing-after = تختفي بعد { $time }
chats-disappearing-at = تختفي: { $when }
chats-by-list = أُرسلت عبر قائمة رسائل جماعية
chats-deleted-later = تذكر نسخة احتياطية لاحقة أن هذه حُذفت لدى الجميع. وكانت ما زالت في نسخة سابقة.
chats-forwarded = مُعاد توجيهها
chats-forwarded-often = أُعيد توجيهها مرات كثيرة
chats-quote-jump = الانتقال إلى الرسالة المقتبسة ({ $name })
chats-quote-gone = الرسالة المقتبسة ليست في هذه الدردشات
chats-quote-locked = رسالة من دردشة مقفلة
chats-reactions = التفاعلات
chats-reaction-counted =
    { $count ->
        [zero] { $emoji } لا تفاعلات
        [one] { $emoji } تفاعل واحد
        [two] { $emoji } تفاعلان
        [few] { $emoji } { $countText } تفاعلات
        [many] { $emoji } { $countText } تفاعلًا
       *[other] { $emoji } { $countText } تفاعل
    }
chats-more = و{ $countText } أخرى
chats-views =
    { $count ->
        [zero] لم تُشاهَد
        [one] شوهدت مرة واحدة
        [two] شوهدت مرتين
        [few] شوهدت { $countText } مرات
        [many] شوهدت { $countText } مرة
       *[other] شوهدت { $countText } مرة
    }
chats-link = فتح { $url } في متصفحك
chats-found-here = الرسالة التي جئت من أجلها
chats-place = الموضع في الدردشة
chats-place-value = { $when }، الرسالة { $positionText } من { $countText }

## Kinds of messages
chats-kind-text = رسالة
chats-kind-image = صورة
chats-kind-video = فيديو
chats-kind-video-note = رسالة فيديو
chats-kind-audio = مقطع صوتي
chats-kind-voice = رسالة صوتية
chats-kind-document = مستند
chats-kind-sticker = ملصق
chats-kind-gif = صورة GIF
chats-kind-location = موقع
chats-kind-live-location = موقع مباشر
chats-kind-contact = بطاقة جهة اتصال
chats-kind-poll = استطلاع رأي
chats-kind-event = مناسبة
chats-kind-group-invite = دعوة إلى مجموعة
chats-kind-system = إشعار
chats-kind-call = مكالمة
chats-kind-revoked = رسالة محذوفة
chats-kind-view-once = رسالة للعرض مرة واحدة
chats-kind-album = ألبوم
chats-kind-order = طلب
chats-kind-payment = دفعة
chats-kind-template = رسالة من نشاط تجاري
chats-kind-unsupported = رسالة من نوع غير معروف
chats-revoked = حُذفت هذه الرسالة
chats-revoked-mine = حذفت هذه الرسالة
chats-revoked-admin = حذف هذه الرسالة بصفة مشرف: { $name }
chats-revoked-some-admin = حذف أحد المشرفين هذه الرسالة
chats-revoked-at = حُذفت: { $when }
chats-revoked-kept = ما زال رد يقتبسها:
chats-call-mine = مكالمة أجريتها
chats-call-theirs = مكالمة إليك
chats-call-voice = مكالمة صوتية
chats-call-video = مكالمة فيديو
chats-call-answered = تم الرد
chats-call-missed = لم يتم الرد
chats-call-declined = مرفوضة
chats-call-unavailable = تعذر الوصول
chats-call-member = { $name } ({ $outcome })
chats-call-member-private = غير معروف (رقم خاص، { $outcome })
chats-view-once-unopened = لم تُفتح.
chats-view-once-opened = فُتحت.
chats-view-once-expired = لم يفتحها أحد في الوقت المحدد.
chats-view-once-gone = لا يحتفظ الهاتف بنسخة من هذه.
chats-album-empty = لم يحتفظ الهاتف بأي صور منه.
chats-album-count =
    { $count ->
        [zero] ألبوم بلا صور
        [one] ألبوم فيه صورة واحدة
        [two] ألبوم فيه صورتان
        [few] ألبوم فيه { $countText } صور
        [many] ألبوم فيه { $countText } صورة
       *[other] ألبوم فيه { $countText } صورة
    }
chats-unsupported = رسالة من نوع لا يستطيع هذا الإصدار عرضه
chats-unsupported-number = رسالة من نوع لا يستطيع هذا الإصدار عرضه (رقم { $number })

## What belongs to one kind
chats-link-preview = رابط
chats-coordinates-copy = نسخ الإحداثيات
chats-live-for = مشاركة مباشرة لمدة { $time }
chats-live-from = أول موضع:
chats-live-to = آخر موضع:
chats-live-to-at = آخر موضع، { $when }:
chats-contacts =
    { $count ->
        [zero] لا بطاقات جهات اتصال
        [one] بطاقة جهة اتصال
        [two] بطاقتا جهتي اتصال
        [few] بطاقات جهات اتصال ({ $countText })
        [many] بطاقات جهات اتصال ({ $countText })
       *[other] بطاقات جهات اتصال ({ $countText })
    }
chats-contact-unnamed = بطاقة بلا اسم
chats-poll-label = استطلاع رأي · { $rule }
chats-poll-one = إجابة واحدة لكل شخص
chats-poll-any = أي عدد من الإجابات
chats-poll-some =
    { $count ->
        [zero] أي عدد من الإجابات
        [one] إجابة واحدة لكل شخص
        [two] حتى إجابتين لكل شخص
        [few] حتى { $countText } إجابات لكل شخص
        [many] حتى { $countText } إجابة لكل شخص
       *[other] حتى { $countText } إجابة لكل شخص
    }
chats-poll-unnamed =
    { $count ->
        [zero] ولا أصوات غير منسوبة
        [one] وصوت واحد لا تذكر النسخة الاحتياطية صاحبه
        [two] وصوتان لا تذكر النسخة الاحتياطية صاحبيهما
        [few] و{ $countText } أصوات لا تذكر النسخة الاحتياطية أصحابها
        [many] و{ $countText } صوتًا لا تذكر النسخة الاحتياطية أصحابها
       *[other] و{ $countText } صوت لا تذكر النسخة الاحتياطية أصحابها
    }
chats-poll-voters =
    { $count ->
        [0] لا يُعرف أن أحدًا صوّت
        [one] صوّت شخص واحد
        [two] صوّت شخصان
        [few] صوّت { $countText } أشخاص
        [many] صوّت { $countText } شخصًا
       *[other] صوّت { $countText } شخص
    }
chats-poll-ends = حتى { $when }
chats-event-cancelled = مناسبة أُلغيت
chats-event-guests =
    { $count ->
        [zero] { $name } بلا ضيوف
        [one] { $name } وضيف واحد
        [two] { $name } وضيفان
        [few] { $name } و{ $countText } ضيوف
        [many] { $name } و{ $countText } ضيفًا
       *[other] { $name } و{ $countText } ضيف
    }
chats-event-answers = أجابوا: { $names }
chats-event-answers-number = الإجابة رقم { $number }: { $names }
chats-event-answers-meaning = تحفظ النسخة الاحتياطية كل إجابة على شكل رقم فقط.
chats-invite-until = صالحة حتى { $when }
chats-buttons = أزرار هذه الرسالة
chats-button-chosen = مختار
chats-order-items =
    { $count ->
        [zero] بلا أصناف
        [one] صنف واحد
        [two] صنفان
        [few] { $countText } أصناف
        [many] { $countText } صنفًا
       *[other] { $countText } صنف
    }

## Media
chats-media-missing = ليس في مجلد الوسائط
chats-missing-never-downloaded = لم يُنزَّل قط إلى الهاتف
chats-missing-view-once = كان يُفتح مرة واحدة فقط
chats-missing-deleted = حُذف لدى الجميع
chats-missing-offloaded = نقله الهاتف إلى السحابة
chats-missing-unreadable = يوجد شيء آخر في مكانه في مجلد الوسائط
chats-missing-not-looked-for = لم يُربط مجلد وسائط بعد
chats-media-preview = معاينة فقط
chats-pages =
    { $count ->
        [zero] بلا صفحات
        [one] صفحة واحدة
        [two] صفحتان
        [few] { $countText } صفحات
        [many] { $countText } صفحة
       *[other] { $countText } صفحة
    }
chats-transcript = بالكلمات:
chats-media-unshown = لا يمكن عرض هذه الصورة
chats-picture = صورة: { $name }
chats-viewer-open = عرضها بالحجم الكامل
chats-viewer-previous = الصورة السابقة
chats-viewer-next = الصورة التالية
chats-viewer-place = { $place } من { $count }
chats-viewer-still = هذه صورة ثابتة.
chats-sticker = ملصق: { $name }

## Search
chats-search = البحث في كل الدردشات
chats-search-in = البحث في { $name }
chats-search-clear = مسح البحث
chats-search-scope = مكان البحث
chats-search-everywhere = كل الدردشات
chats-search-this-chat = هذه الدردشة
chats-search-label = الرسائل التي عُثر عليها
chats-search-running = جارٍ البحث…
chats-search-none = لم يُعثر على شيء لـ «{ $text }»
chats-search-none-narrowed = لم يُعثر على شيء بهذه المرشحات
chats-search-none-narrowed-hint = أزل أحد المرشحات، أو جرّب كتابة أخرى.
chats-search-wordless = بلا كلمات
chats-search-none-hint = جرّب حروفًا أقل أو كتابة أخرى. لا أهمية للحركات والأحرف الكبيرة.
chats-search-widen = البحث في كل الدردشات
chats-search-failed = لم يكتمل البحث
chats-search-total =
    { $total ->
        [zero] لا رسائل
        [one] رسالة واحدة
        [two] رسالتان
        [few] { $totalText } رسائل
        [many] { $totalText } رسالة
       *[other] { $totalText } رسالة
    }
chats-search-total-at-least = أكثر من { $totalText } رسالة
chats-search-more = عرض المزيد
chats-narrow = تضييق البحث
chats-narrow-photos = صور
chats-narrow-videos = فيديوهات
chats-narrow-voice = صوت
chats-narrow-documents = مستندات
chats-narrow-links = روابط
chats-narrow-places = أماكن
chats-narrow-polls = استطلاعات
chats-narrow-starred = بنجمة
chats-narrow-mine = مني
chats-narrow-bookmarks = إشاراتي المرجعية
chats-narrow-notes = ملاحظاتي
chats-narrow-typed = يمكنك كتابة هذه أيضًا:
chats-narrow-from = من كتبها
chats-narrow-tag = أحد وسومك
chats-narrow-before = تواريخ، وكذلك مع ⁦after:⁩ و ⁦on:⁩
chats-narrow-quoted = هذه الكلمات بالضبط
chats-narrow-without = من دون هذه الكلمة

chats-more-menu = المزيد
chats-more-histories = دردشاتي
chats-more-keyboard = لوحة المفاتيح
