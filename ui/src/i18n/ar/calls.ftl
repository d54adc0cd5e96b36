# The call log.
calls-title = المكالمات
calls-total =
    { $count ->
        [zero] لا مكالمات
        [one] مكالمة واحدة، الأحدث أولًا
        [two] مكالمتان، الأحدث أولًا
        [few] { $countText } مكالمات، الأحدث أولًا
        [many] { $countText } مكالمة، الأحدث أولًا
       *[other] { $countText } مكالمة، الأحدث أولًا
    }
calls-label = المكالمات، الأحدث أولًا
calls-none = لا مكالمات في هذا السجل
calls-none-hint = تظهر هنا المكالمات التي حفظها الهاتف في سجله عند استعادة نسخة احتياطية تحتوي عليها.
calls-unread = تعذرت قراءة سجل المكالمات
calls-again = إعادة المحاولة
calls-made = مكالمة أجريتها
calls-received = مكالمة إليك
calls-missed = لم ترد على هذه المكالمة
calls-not-answered = لم يرد أحد
calls-declined = مرفوضة
calls-unavailable = تعذر الوصول
calls-voice = مكالمة صوتية
calls-video = مكالمة فيديو
calls-group = مكالمة جماعية
calls-with = مع { $names }
calls-member = { $name } ({ $outcome })
calls-member-private = غير معروف (رقم خاص، { $outcome })
calls-member-missed = بلا رد
calls-member-declined = مرفوضة
calls-member-unavailable = تعذر الوصول
calls-somebody = غير معروف (رقم خاص)
calls-no-date = بلا تاريخ
calls-show = عرض في الدردشة
calls-waiting = جارٍ فتح سجل المكالمات…
