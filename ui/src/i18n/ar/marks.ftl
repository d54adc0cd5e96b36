# The person's own marks: bookmarks, tags and notes on messages and chats.
marks-title = العلامات
marks-why = إشاراتك المرجعية ووسومك وملاحظاتك. تُحفظ مشفَّرة مع دردشاتك، ولا يراها أحد غيرك.
marks-again = إعادة المحاولة
marks-search = البحث في علاماتك
marks-search-empty = مسح البحث
marks-narrow = بوسم واحد فقط
marks-only-tag = العلامات ذات الوسم { $tag } فقط
marks-all = { $count ->
    [zero] لا علامات
    [one] علامة واحدة
    [two] علامتان
    [few] { $countText } علامات
    [many] { $countText } علامة
   *[other] { $countText } علامة
}
marks-found = { $count ->
    [0] لا علامة مطابقة
    [one] علامة واحدة مطابقة
    [two] علامتان مطابقتان
    [few] { $countText } علامات مطابقة
    [many] { $countText } علامة مطابقة
   *[other] { $countText } علامة مطابقة
}
marks-widen = عرض كل العلامات
marks-more = عرض المزيد (بقي { $left })
marks-chat-unnamed = دردشة بلا اسم
marks-card = { $chat }: رسالة ({ $sender })
marks-card-chat = الدردشة { $chat }
marks-you = أنت
marks-sender-unknown = شخص غير معروف
marks-whole-chat = الدردشة كلها
marks-edit = تعديل
marks-show = عرض في الدردشة
marks-export = تصدير علاماتي
marks-exported = { $count ->
    [0] لم تكن هناك علامات لكتابتها
    [one] كُتبت علامة واحدة في الملف
    [two] كُتبت علامتان في الملف
    [few] كُتبت { $countText } علامات في الملف
    [many] كُتبت { $countText } علامة في الملف
   *[other] كُتبت { $countText } علامة في الملف
}
marks-exported-text = الملف غير مشفَّر: يمكن أن تُقرأ فيه ملاحظاتك والرسائل التي هي عليها. احتفظ به حيث لا ينظر سواك.
marks-empty = لا شيء معلَّم بعد
marks-empty-bookmark = الإشارة المرجعية تعيدك إلى رسالة.
marks-empty-tag = الوسوم تجمع ما ينتمي بعضه إلى بعض.
marks-empty-note = الملاحظة تذكر ما لا تريد أن تنساه.
marks-empty-how = افتح قائمة رسالة أو دردشة لتضعها هناك. كل ما علّمته يظهر هنا.
marks-empty-go = إلى الدردشات

## The editor
marks-of-message = تعليم هذه الرسالة
marks-of-chat = تعليم هذه الدردشة
marks-bookmark = إشارة مرجعية
marks-bookmark-why = تظهر ضمن علاماتك.
marks-pin = تثبيت في الأعلى
marks-pin-why = تظهر الدردشة فوق غيرها في القائمة.
marks-tags = الوسوم
marks-tags-hint = ينتهي الوسم بمفتاح Enter أو بفاصلة.
marks-tags-known = وسوم استخدمتها من قبل
marks-tag-add = أضف وسمًا ثم اضغط Enter
marks-tag-drop = إزالة { $tag }
marks-note = ملاحظة
marks-only-here = تُحفظ مشفَّرة مع هذه الدردشات، على هذا الكمبيوتر فقط.
marks-done = تم
marks-leave = إغلاق من دون حفظ
marks-changed = تغيّرت علاماتك على هذه الرسالة
marks-changed-chat = تغيّرت علاماتك على هذه الدردشة
