# Photos and files: the gallery of a chat or of everything, and the viewer.
gallery-title = المعرض
gallery-back = العودة إلى الدردشات
gallery-chat = أي دردشة
gallery-everything = كل الدردشات
gallery-kinds = ما الذي تشاهده
gallery-pictures = الصور والفيديوهات
gallery-voice = الصوت
gallery-documents = المستندات
gallery-links = الروابط
gallery-count-pictures =
    { $count ->
        [zero] لا صور ولا فيديوهات
        [one] صورة واحدة أو فيديو واحد
        [two] صورتان أو مقطعا فيديو
        [few] { $countText } صور وفيديوهات
        [many] { $countText } من الصور والفيديوهات
       *[other] { $countText } من الصور والفيديوهات
    }
gallery-count-voice =
    { $count ->
        [zero] لا رسائل صوتية
        [one] رسالة صوتية واحدة أو مقطع صوتي واحد
        [two] رسالتان صوتيتان أو مقطعان صوتيان
        [few] { $countText } رسائل ومقاطع صوتية
        [many] { $countText } من الرسائل والمقاطع الصوتية
       *[other] { $countText } من الرسائل والمقاطع الصوتية
    }
gallery-count-documents =
    { $count ->
        [zero] لا مستندات
        [one] مستند واحد
        [two] مستندان
        [few] { $countText } مستندات
        [many] { $countText } مستندًا
       *[other] { $countText } مستند
    }
gallery-count-links =
    { $count ->
        [zero] لا روابط
        [one] رابط واحد
        [two] رابطان
        [few] { $countText } روابط
        [many] { $countText } رابطًا
       *[other] { $countText } رابط
    }
gallery-month-jump = الانتقال إلى شهر
gallery-month-count = { $month } ({ $countText })
gallery-month-label = { $month }: { $countText }
gallery-undated = بلا تاريخ
gallery-undated-one = لم يحفظ الهاتف تاريخًا
gallery-again = إعادة المحاولة
gallery-some-unread = تعذرت قراءة بعض هذه
gallery-you = أنت
gallery-someone = شخص اسمه غير معروف
gallery-cell = { $what }، { $name }، { $when }
gallery-cell-caption = { $what }، { $name }، { $when }: { $text }
gallery-cell-missing = { $reason }.
gallery-show = عرض في الدردشة
gallery-save = حفظ نسخة
gallery-saved = تم الحفظ
gallery-open-link = الفتح في متصفحك
gallery-link-not-web = ليس عنوانًا على الويب
gallery-unnamed-document = مستند بلا اسم
gallery-unshown = لا يمكن عرضه

## Nothing there
gallery-none-pictures = لا صور ولا فيديوهات هنا
gallery-none-pictures-hint = لم يُرسل شيء منها هنا، بقدر ما تصل إليه النسخة الاحتياطية.
gallery-none-voice = لا رسائل صوتية هنا
gallery-none-voice-hint = تظهر الرسائل الصوتية والأصوات الأخرى هنا عند شهرها.
gallery-none-documents = لا مستندات هنا
gallery-none-documents-hint = تظهر الأوراق والجداول والملفات الأخرى هنا عند شهرها.
gallery-none-links = لا روابط هنا
gallery-none-links-hint = تظهر هنا العناوين الواردة في الرسائل. لا يُفتح شيء قبل أن تضغط عليه.
gallery-none-everything = البحث في كل الدردشات

## The viewer
gallery-viewer-tools = هذه الصورة
gallery-viewer-nearer = تقريب
gallery-viewer-farther = إبعاد
gallery-viewer-whole = الصورة كاملة
gallery-viewer-scale = { $percent }٪
gallery-viewer-slides = عرض شرائح
gallery-viewer-pause = إيقاف عرض الشرائح
gallery-viewer-close = إغلاق
gallery-viewer-play = تشغيل الفيديو
gallery-viewer-no-still = لا توجد صورة ثابتة لهذا الفيديو
gallery-viewer-large = هذا الفيديو كبير ({ $size }). يعمل في برنامج آخر.
gallery-viewer-unplayable = لا يمكن تشغيل هذا الفيديو هنا. ربما يعرف برنامج آخر نوعه.
gallery-viewer-opened = أصبح الآن لدى برنامج آخر.
gallery-viewer-plain-copy = لأجل ذلك تُنشأ نسخة عادية تستطيع برامج أخرى قراءتها. وهي غير مشفَّرة وتبقى حتى تحذفها أنت أو يحذفها النظام.
gallery-viewer-open-outside = إنشاء نسخة وفتحها
