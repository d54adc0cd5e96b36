# Open my chats: which history, and the ways into it.
open-title = دردشاتي
open-why = دردشاتك المستعادة مشفَّرة على هذا الكمبيوتر. يفتحها مفتاح مرور، أو عُدّة الاسترداد.
open-which = { $count ->
    [zero] على هذا الكمبيوتر
    [one] على هذا الكمبيوتر
    [two] أي الدردشات تريد أن تفتح؟
    [few] أي الدردشات تريد أن تفتح؟
    [many] أي الدردشات تريد أن تفتح؟
   *[other] أي الدردشات تريد أن تفتح؟
}
open-number = دردشات الرقم الذي ينتهي بـ { $suffix }
open-number-unknown = دردشات رقم غير معروف
open-last = آخر فتح: { $ago }
open-never = لم تُفتح بعد
open-empty = لم يُستعد شيء على هذا الكمبيوتر بعد
open-empty-text = استعد نسخة احتياطية، أو أعد نسخة حفظتها من قبل؛ تظهر الدردشات هنا بعد ذلك.
open-empty-restore = استعادة نسخة احتياطية
open-with-passkey = الفتح بمفتاح مرور
open-with-words = الفتح بكلماتك الست
open-with-kit = الفتح بعُدّة الاسترداد
open-words-label = كلماتك الست
open-words-hint = مع مسافة بينها، وبترتيبها. لا فرق بين الأحرف الكبيرة والصغيرة.
open-kit-label = عُدّة الاسترداد
open-kit-hint = اكتب المجموعات من الورقة أو الصقها. لا أهمية للأحرف الكبيرة والمسافات وفواصل الأسطر.
open-kit-open = فتح
open-kit-opening = جارٍ الفتح…
open-kit-or = هل العُدّة محفوظة في ملف؟
open-kit-file = اختيار ملف العُدّة

open-again = إعادة المحاولة
open-now = مفتوحة الآن
open-from-copy = الاستعادة من نسخة
open-number-short = الرقم الذي ينتهي بـ { $suffix }
open-empty-deleted = كل الدردشات على هذا الكمبيوتر محذوفة
open-menu = المزيد عن { $name }
open-menu-rename = إعادة تسمية
open-menu-copy = حفظ نسخة
open-menu-move = نقل
open-menu-delete = حذف
open-menu-lock-first = قفل هذه الدردشات أولًا
open-rename-label = اسم هذه الدردشات
open-rename-hint = لا يراه غيرك. من دون اسم يظهر الرقم هنا.
open-rename-save = إعادة تسمية
open-rename-leave = تركه
open-renamed = تم تغيير الاسم
open-copy-these = دردشاتك
open-copy-title = جارٍ حفظ نسخة: { $name }
open-move-title = جارٍ النقل: { $name }
open-restore-title = جارٍ الاستعادة من نسخة
open-copy-progress = نُسخ وقورن { $done } من { $total }
open-copy-while = تبقى النسخة مشفَّرة. لا تتغير دردشاتك هنا.
open-move-while = تبقى الدردشات حيث هي إلى أن تصل كلها وتُقارَن.
open-restore-while = لا تتغير النسخة نفسها.
open-copy-stop = إيقاف
open-copy-stopping = جارٍ الإيقاف…
open-copy-stopped = تم الإيقاف
open-copy-stopped-text = دردشاتك كما كانت، ولم يُترك شيء غير مكتمل.
open-copy-close = تم
open-bringing-title = يجري تحديث دردشاتك
open-bringing-progress = نُسخ { $done } من { $total }
open-bringing-checking = نُسخ كل شيء ويجري التحقق منه
open-bringing-while = يحفظ هذا الإصدار من Latchkey المزيد من دردشاتك. وإلى أن يكتمل كل شيء تبقى كما كانت، ويمكنك الإيقاف.
open-copy-done = النسخة مكتملة: { $name }
open-copy-done-text = أُعيدت قراءة { $size } كاملة وقورنت بدردشاتك، وحلقة المفاتيح أيضًا. النسخة مشفَّرة مثلها وتُفتح بالمفاتيح نفسها.
open-move-done = تم النقل: { $name }
open-move-done-text = أُعيدت قراءة { $size } كاملة وقورنت قبل إفراغ المكان القديم. تُفتح بالمفاتيح نفسها كما من قبل.
open-move-done-same-disk = المكان الجديد على القرص نفسه، فلم يلزم نسخ شيء. تُفتح بالمفاتيح نفسها كما من قبل.
open-restore-done = عادت نسختك إلى هنا: { $name }
open-restore-done-text = أُعيدت قراءة { $size } كاملة وقورنت بالنسخة. تُفتح بالمفاتيح التي كانت لها عند حفظ النسخة.
open-restore-not-one = لا توجد نسخة دردشات في هذا المجلد
open-restore-not-one-todo = اختر المجلد الذي أنشأه Latchkey عندما حفظت النسخة. لم يتغير شيء.
open-not-there = هذه الدردشات ليست هناك الآن
open-not-there-todo = ربما هي على قرص أو وحدة USB غير موصولة. وصِّلها وحاول مرة أخرى؛ لم يتغير شيء.
open-deleted = حُذف: { $name }. يبقى هنا { 30 } يومًا، مشفَّرًا كما هو.
open-deleted-marks =
    حُذف: { $name }. يبقى هنا { 30 } يومًا، مشفَّرًا كما هو. { $count ->
        [zero] كل علاماتك صُدّرت.
        [one] علامة واحدة لك لم تُصدَّر قط.
        [two] علامتان لك لم تُصدَّرا قط.
        [few] { $countText } علامات لك لم تُصدَّر قط.
        [many] { $countText } علامة لك لم تُصدَّر قط.
       *[other] { $countText } علامة لك لم تُصدَّر قط.
    }
open-brought-back = أُعيد: { $name }
open-resting = المحذوفة
open-resting-why = تبقى هنا { 30 } يومًا، مشفَّرة كما هي، ويمكن إعادتها.
open-resting-left = { $days ->
    [0] تزول نهائيًا اليوم
    [one] بقي يوم واحد، حتى { $date }
    [two] بقي يومان، حتى { $date }
    [few] بقيت { $daysText } أيام، حتى { $date }
    [many] بقي { $daysText } يومًا، حتى { $date }
   *[other] بقي { $daysText } يوم، حتى { $date }
}
open-resting-back = إعادتها
open-resting-delete = حذف نهائي الآن
open-end-title = حذف نهائي: { $name }
open-end-key = المفتاح أولًا.
open-end-key-text = تُكتب بيانات فوق حلقة المفاتيح ثم تُزال. من ذلك الحين لا يستطيع أحد قراءة هذه الدردشات، لا بمفتاح مرور ولا بعُدّة الاسترداد، ولا نحن.
open-end-files = ثم الملفات.
open-end-files-text = قد يحتفظ قرص SSD بكتل قديمة منها مدة؛ من دون المفتاح لا يستطيع أحد قراءتها.
open-end-copies = النسخ الاحتياطية على الهاتف، والنسخ التي حفظتها في مكان آخر، تبقى كما هي.
open-end-marks = { $count ->
    [zero] كل علاماتك صُدّرت
    [one] علامة واحدة لك لم تُصدَّر قط
    [two] علامتان لك لم تُصدَّرا قط
    [few] { $countText } علامات لك لم تُصدَّر قط
    [many] { $countText } علامة لك لم تُصدَّر قط
   *[other] { $countText } علامة لك لم تُصدَّر قط
}
open-end-marks-text = الإشارات المرجعية والوسوم والملاحظات ليست في أي نسخة احتياطية؛ تزول مع هذه الدردشات.
open-end-export = فتحها وتصديرها أولًا
open-end-leave = إبقاؤها
open-end-yes = حذف نهائي
open-ended = حُذف نهائيًا: { $name }
