# The places of the browser: what stands in the list of chats, and the ways from one place to another.

## Beside the chats
places-shelf = عرض كل شيء
places-gallery = المعرض
places-numbers = الأعداد
places-marks = العلامات
places-calls = المكالمات

## List
places-archived = المؤرشفة
places-locked = الدردشات المقفلة
places-channels = القنوات
places-status = الحالات
places-deleted = الدردشات المحذوفة
places-sort = ترتيب الدردشات
places-sort-newest = الأحدث أولًا
places-sort-name = بحسب الاسم
places-sort-most = الأكثر رسائل أولًا
places-pinned = المثبَّتة
places-pin = تثبيت في الأعلى
places-mark = وسوم وملاحظة
places-unpin = إلغاء التثبيت
places-row-menu = المزيد عن { $name }
places-groups =
    { $count ->
        [zero] لا مجموعات
        [one] مجموعة واحدة
        [two] مجموعتان
        [few] { $countText } مجموعات
        [many] { $countText } مجموعة
       *[other] { $countText } مجموعة
    }
places-groups-of = من { $name }
places-refused = بقيت القائمة كما كانت
places-refused-close = إغلاق هذا التنبيه

## Locked chats
places-locked-hide = إخفاء الدردشات المقفلة
places-locked-show = إظهار الدردشات المقفلة
places-locked-why =
    { $count ->
        [zero] لا دردشات مقفلة على الهاتف.
        [one] كانت دردشة واحدة مقفلة على الهاتف. افتحها مرة أخرى بأحد مفاتيحك.
        [two] كانت دردشتان مقفلتين على الهاتف. افتحهما مرة أخرى بأحد مفاتيحك.
        [few] كانت { $countText } دردشات مقفلة على الهاتف. افتحها مرة أخرى بأحد مفاتيحك.
        [many] كانت { $countText } دردشة مقفلة على الهاتف. افتحها مرة أخرى بأحد مفاتيحك.
       *[other] كانت { $countText } دردشة مقفلة على الهاتف. افتحها مرة أخرى بأحد مفاتيحك.
    }
places-locked-privacy = هكذا تبقى بعيدة عن الأنظار على هذه الشاشة. ليس لها تشفير خاص بها: هذه الدردشات مشفَّرة مع كل الدردشات الأخرى.
places-locked-typed = أو اكتب ما لديك على الورق
places-locked-leave = تركها مقفلة
places-locked-back = طريقة أخرى
places-locked-open = إظهارها
places-locked-no-ways = تعذرت قراءة طرق الدخول إلى هذه الدردشات

## From place to place
places-trail = الأماكن التي كنت فيها
places-back = العودة إلى المكان السابق
places-forward = إلى الأمام من جديد
places-more = المزيد من هذه الدردشة
places-first-message = إلى أول رسالة
places-last-message = إلى آخر رسالة
places-chat-gallery = معرض هذه الدردشة
places-chat-numbers = أعداد هذه الدردشة
places-chat-export = تصدير هذه الدردشة
places-export = تصدير
places-search-export = تصدير ما عُثر عليه
places-gallery-export = تصدير المعروض
places-hit = النتيجة { $placeText } من { $countText }
places-hit-at-least = النتيجة { $placeText } من أكثر من { $countText }
places-hit-previous = النتيجة السابقة (Shift وF3)
places-hit-next = النتيجة التالية (F3)
places-hits-close = إنهاء البحث

## Calendar
places-calendar = الانتقال إلى تاريخ
places-calendar-month = الشهر
places-calendar-year = السنة
places-calendar-previous = الشهر السابق
places-calendar-next = الشهر التالي
places-calendar-hint = نقاط أكثر تعني رسائل أكثر.
places-calendar-close = إغلاق
places-calendar-waiting = جارٍ النظر في الأيام…
places-calendar-unread = تعذرت قراءة أيام هذه الدردشة
places-calendar-again = إعادة المحاولة
places-calendar-empty = لا تاريخ لأي رسالة في هذه الدردشة.
places-calendar-day =
    { $count ->
        [0] { $day }، لا رسائل
        [one] { $day }، رسالة واحدة
        [two] { $day }، رسالتان
        [few] { $day }، { $countText } رسائل
        [many] { $day }، { $countText } رسالة
       *[other] { $day }، { $countText } رسالة
    }
places-calendar-sum =
    { $days ->
        [0] لا رسائل في { $month }
       *[other] { $month }: { $messages ->
            [zero] لا رسائل
            [one] رسالة واحدة
            [two] رسالتان
            [few] { $messagesText } رسائل
            [many] { $messagesText } رسالة
           *[other] { $messagesText } رسالة
        } في { $days ->
            [zero] لا أيام
            [one] يوم واحد
            [two] يومين
            [few] { $daysText } أيام
            [many] { $daysText } يومًا
           *[other] { $daysText } يوم
        }
    }

## Search
places-hits-here =
    { $count ->
        [zero] لا نتائج
        [one] نتيجة واحدة
        [two] نتيجتان
        [few] { $countText } نتائج
        [many] { $countText } نتيجة
       *[other] { $countText } نتيجة
    }
places-hits-at-least = النتائج { $countText } على الأقل
places-notes = في ملاحظاتك
places-notes-all =
    { $count ->
        [zero] عرض علاماتك
        [one] عرض واحدة في علاماتك
        [two] عرض الاثنتين في علاماتك
        [few] عرض الـ{ $countText } كلها في علاماتك
        [many] عرض الـ{ $countText } كلها في علاماتك
       *[other] عرض الـ{ $countText } كلها في علاماتك
    }
places-notes-chat = عن هذه الدردشة
places-narrow-in = في أي دردشة
places-narrow-has = وكذلك audio وgif وcontact وmedia
