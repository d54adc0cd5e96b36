# Settings, shared with the latchkey command.
settings-title = الإعدادات
settings-why = تسري في الحال وتُحفظ على هذا الكمبيوتر فقط.
settings-language = اللغة
settings-language-system = كما في النظام
settings-language-pseudo = تجريبية (للتطوير)
settings-theme = المظهر
settings-theme-system = كما في النظام
settings-theme-light = فاتح
settings-theme-dark = داكن
settings-zone = المنطقة الزمنية
settings-zone-why = تُعرض أوقات رسائلك بحسبها.
settings-zone-system = { $zone } (هذا الكمبيوتر)
settings-country = بلدك
settings-country-why = تتبعه أرقام الهواتف المحفوظة بلا رمز دولة.
settings-country-none = لم يُختر
settings-lock = قفل دردشاتي بعد
settings-lock-why = عندما لا يُكتب شيء ولا يُنقر طوال هذه المدة.
settings-lock-minutes = { $count ->
    [zero] في الحال
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
}
settings-lock-never = أبدًا
settings-folder = مجلد البيانات
settings-folder-why = هنا دردشاتك المستعادة، مشفَّرة. يستخدم الأمر latchkey المجلد نفسه.
settings-open = الدردشات المفتوحة الآن
settings-add = إضافة نسخة احتياطية أخرى
settings-add-why = نسخة أحدث للرقم نفسه تجلب الجديد؛ لا يُضاف شيء مرتين.
settings-add-go = اختيار نسخة احتياطية
settings-contacts = أسماء من دفتر عناوين
settings-contacts-why = تظهر أسماؤه في دردشاتك في الحال، للأرقام المتطابقة. ملف (‎.vcf أو ‎.csv) كما تصدّره الهواتف وبرامج البريد.
settings-contacts-go = إضافة دفتر عناوين
settings-contacts-working = جارٍ قراءة الأسماء…
settings-contacts-named = { $count ->
    [0] لم يُعثر في دفتر العناوين هذا على أحد من دردشاتك
    [one] أصبح لشخص واحد اسم من دفتر عناوينك
    [two] أصبح لشخصين اسمان من دفتر عناوينك
    [few] أصبحت لـ{ $countText } أشخاص أسماء من دفتر عناوينك
    [many] أصبحت لـ{ $countText } شخصًا أسماء من دفتر عناوينك
   *[other] أصبحت لـ{ $countText } شخص أسماء من دفتر عناوينك
}
settings-contacts-matched = { $entries ->
    [zero] لا يذكر الملف أرقامًا
    [one] يذكر الملف رقمًا واحدًا
    [two] يذكر الملف رقمين
    [few] يذكر الملف { $entriesText } أرقام
    [many] يذكر الملف { $entriesText } رقمًا
   *[other] يذكر الملف { $entriesText } رقم
}؛ { $matched ->
    [0] لا شيء منها في دردشاتك.
    [one] واحد منها في دردشاتك.
    [two] اثنان منها في دردشاتك.
    [few] { $matchedText } منها في دردشاتك.
    [many] { $matchedText } منها في دردشاتك.
   *[other] { $matchedText } منها في دردشاتك.
}
settings-contacts-unread = { $count ->
    [zero] قُرئت كل الأرقام.
    [one] تعذرت قراءة رقم واحد.
    [two] تعذرت قراءة رقمين.
    [few] تعذرت قراءة { $countText } أرقام.
    [many] تعذرت قراءة { $countText } رقمًا.
   *[other] تعذرت قراءة { $countText } رقم.
}
settings-contacts-guessed = قُرئت الأرقام التي بلا رمز دولة على أنها من هذا البلد. استُنتج ذلك من دردشاتك؛ يمكنك تغييره.
settings-contacts-country = قُرئت الأرقام التي بلا رمز دولة على أنها من هذا البلد. يمكنك تغييره.
settings-contacts-forget = إخراج هذه الأسماء من جديد
settings-contacts-forgotten = { $count ->
    [0] لم تكن هناك أسماء من دفتر عناوين
    [one] أُخرج اسم واحد
    [two] أُخرج اسمان
    [few] أُخرجت { $countText } أسماء
    [many] أُخرج { $countText } اسمًا
   *[other] أُخرج { $countText } اسم
}
settings-contacts-none = لم يُعثر في هذا الملف على أسماء مع أرقام
settings-contacts-none-todo = صدّر دفتر العناوين مرة أخرى، بصيغة vCard (‎.vcf) أو جدول (‎.csv). إن كانت أرقامه بلا رمز دولة، فاختر بلدك في الأعلى أولًا. الأسماء في دردشاتك كما كانت.
settings-media = الصور والرسائل الصوتية والملفات
settings-media-why = حدّد مجلد WhatsApp الخاص بالهاتف، أو نسخة منه. يُعرض كل شيء من هناك؛ لا يُنسخ شيء.
settings-media-go = ربط مجلد وسائط
settings-media-stop = إيقاف
settings-media-stopping = جارٍ الإيقاف…
settings-media-stopped = تم الإيقاف. ما عُثر عليه من قبل كما كان.
settings-media-looking = جارٍ البحث عن الصور والملفات
settings-media-progress = جرى البحث عن { $doneText } من { $totalText }
settings-media-found = { $referenced ->
    [0] لا تذكر دردشاتك صورًا ولا ملفات
   *[other] عُثر على { $foundText } من أصل { $referencedText } من الصور والملفات
}

settings-zone-search = اكتب مدينة أو منطقة
settings-zone-none = لا منطقة زمنية مطابقة. جرّب أقرب مدينة كبيرة.
settings-clipboard = مسح النص المنسوخ
settings-clipboard-why = ما تنسخه من دردشاتك يُزال من الحافظة إن كان ما زال فيها. قد يحتفظ به سجل الحافظة في نظامك مدة أطول.
settings-clipboard-never = أبدًا
settings-clipboard-after = بعد { $time }
settings-blur = تمويه ما دامت نافذة أخرى في المقدمة
settings-blur-why = كي لا يقرأ أحد مصادفة. هذه خصوصية على الشاشة، وليست تشفيرًا: لإغلاق دردشاتك اقفلها.
settings-keyboard = اختصارات لوحة المفاتيح
