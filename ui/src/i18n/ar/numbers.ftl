# Numbers to look at, of one chat or of all.
numbers-title = الأعداد
numbers-back = العودة إلى الدردشات
numbers-chat = أي دردشة
numbers-everything = كل الدردشات
numbers-zone = الأيام والساعات بحسب { $zone }.
numbers-again = إعادة المحاولة

## What adds up
numbers-totals = الإجمالي
numbers-messages = الرسائل
numbers-mine = منك
numbers-theirs = من الآخرين
numbers-dated = بتاريخ
numbers-undated = بلا تاريخ
numbers-undated-note = لم يحفظ الهاتف تاريخًا لهذه: فهي ليست في أي شهر أو يوم أو ساعة.
numbers-notices = إشعارات التطبيق
numbers-notices-note = لا تُحسب رسائل في أي موضع هنا.
numbers-days = أيام فيها رسائل
numbers-streak = أطول سلسلة
numbers-streak-days =
    { $count ->
        [zero] لا أيام
        [one] يوم واحد
        [two] يومان
        [few] { $countText } أيام
        [many] { $countText } يومًا
       *[other] { $countText } يوم
    }

## Plots
numbers-months = الرسائل في الشهر
numbers-years = الرسائل في السنة
numbers-month = الشهر
numbers-year = السنة
numbers-people = الرسائل لكل شخص
numbers-person = الشخص
numbers-you = أنت
numbers-person-unknown = اسم غير معروف
numbers-people-rest = كل الآخرين معًا
numbers-hours = متى تتراسلون
numbers-hours-note = كلما كان اللون أغمق زادت الرسائل. الأكثر في ساعة واحدة من الأسبوع: { $most }.
numbers-hours-note-dark = كلما كان اللون أفتح زادت الرسائل. الأكثر في ساعة واحدة من الأسبوع: { $most }.
numbers-hour = الساعة
numbers-kinds = ما أُرسل
numbers-kind = النوع
numbers-kind-text = نص
numbers-bytes = حجم الملفات
# the Arabic zero is a dot itself
numbers-kind-label = { $count } ({ $size })
numbers-emoji = أكثر الرموز التعبيرية استخدامًا
numbers-emoji-one = رمز تعبيري
numbers-times = المرات
numbers-point = { $what }: { $count }
numbers-point-who = { $what }، { $who }: { $count }
numbers-drawing = { $title }. الأعداد نفسها في الجدول أدناه.
numbers-undrawn = الرسم غير موجود. الأعداد في الجدول.
numbers-table = عرض كجدول
numbers-save = حفظ كصورة
numbers-saved = تم الحفظ

## Nothing there
numbers-none = لا شيء يُعد هنا
numbers-none-hint = لم يكتب أحد في هذه الدردشة، بحسب النسخة الاحتياطية.
numbers-none-notices =
    { $count ->
        [zero] لا إشعارات للتطبيق فيها.
        [one] فيها إشعار واحد من التطبيق، وهو ليس رسالة.
        [two] فيها إشعاران من التطبيق، وهما ليسا رسالتين.
        [few] فيها { $countText } إشعارات من التطبيق، وهي ليست رسائل.
        [many] فيها { $countText } إشعارًا من التطبيق، وهي ليست رسائل.
       *[other] فيها { $countText } إشعار من التطبيق، وهي ليست رسائل.
    }
numbers-none-everything = عرض كل الدردشات
