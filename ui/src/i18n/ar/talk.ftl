# One message of a conversation: its menu, its details, its player, its file.

## Menu
talk-more = المزيد عن هذه الرسالة
talk-menu = رسالة: { $name }
talk-copy = نسخ النص
talk-copy-selected = نسخ الكلمات المحددة
talk-details = التفاصيل
talk-mark = إشارة مرجعية ووسوم وملاحظة
talk-save = حفظ نسخة من الملف
talk-open = الفتح في برنامج آخر
talk-quoted = الانتقال إلى الرسالة المقتبسة

## What was done
talk-copied = تم النسخ
talk-copied-until = تم النسخ. تُفرَّغ الحافظة بعد { $time }.
talk-saved = تم الحفظ

## Files
talk-document-save = حفظ نسخة
talk-document-open = فتح
talk-outside-title = هل تريد الفتح في برنامج آخر؟
talk-outside-text = ينشئ Latchkey له نسخة عادية بلا تشفير. يستطيع من يستخدم هذا الكمبيوتر قراءة تلك النسخة، وقد يحتفظ بها البرنامج الآخر أو يرسلها.
talk-outside-large = هذا الملف أكبر من أن يُشغَّل هنا. يستطيع برنامج آخر تشغيله: ينشئ Latchkey له نسخة عادية بلا تشفير. يستطيع من يستخدم هذا الكمبيوتر قراءة تلك النسخة.
talk-outside-safe = ما في سجل دردشاتك يبقى مشفَّرًا.
talk-outside-open = إنشاء نسخة عادية وفتحها
talk-outside-save = حفظ نسخة بدلًا من ذلك
talk-outside-leave = تركه

## Player
talk-play = تشغيل
talk-pause = إيقاف مؤقت
talk-play-named = تشغيل: { $what } ({ $name })
talk-pause-named = إيقاف مؤقت: { $what } ({ $name })
talk-place = الموضع في: { $what } ({ $name })
talk-place-value = { $at } من { $whole }
talk-speed = السرعة: { $speed }×. اضغط للانتقال إلى { $next }×.
talk-unplayable = لا يستطيع هذا الكمبيوتر تشغيله هنا
talk-try-outside = فتحه في برنامج آخر

## People
talk-reactions-who = التفاعلات
talk-reactions-open = من تفاعل: { $reactions }
talk-reactions-more = و{ $countText } آخرون لا تذكرهم هذه الصفحة
talk-card-save = حفظ بطاقة { $name } في ملف ‎.vcf
talk-card-saved = حُفظت البطاقة

## Marks of one's own
talk-bookmarked = عليها إشارتك المرجعية
talk-tagged = وسومك
talk-noted = ملاحظتك

## Details
talk-details-title = تفاصيل هذه الرسالة
talk-details-close = إغلاق التفاصيل
talk-details-loading = جارٍ البحث عنها…
talk-details-times = متى
talk-details-sent = أُرسلت
talk-details-received = على الهاتف
talk-details-edited = عُدّلت
talk-details-no-time = لم يحفظ الهاتف وقتًا
talk-details-who = من
talk-details-sender = المرسل
talk-details-address = العنوان
talk-details-device = الجهاز
talk-details-phone = الهاتف نفسه
talk-details-linked = الجهاز المرتبط رقم { $number }
talk-details-kind = ماذا
talk-details-kind-word = النوع
talk-details-kind-number = رقم النوع في النسخة الاحتياطية
talk-details-place = الموضع في الدردشة
talk-details-place-value = رقم { $number }
talk-details-sources = من أين جاءت
talk-details-file = النسخة الاحتياطية
talk-details-made = أُنشئت
talk-details-restored = استُعيدت
talk-details-sha = SHA-256
talk-details-sha-copy = نسخ SHA-256 كاملًا
talk-details-sha-none = لم يُحفظ لهذه
talk-details-row = الصف في جدول رسائلها
talk-details-row-none = لم يُسجَّل
talk-details-key = معرّفها في قاعدة بيانات الهاتف
talk-details-key-copy = نسخ المعرّف
talk-details-key-none = لم يعطها الهاتف معرّفًا.
talk-details-rows = يُسجَّل صف النسخة التي جاءت بالرسالة؛ فالهواتف تعطي الصفوف أرقامًا جديدة. وفي أي نسخة أخرى تجدها بهذا المعرّف: وهو هناك في العمود key_id.
talk-details-receipts = إشعارات الاستلام
talk-details-receipts-none = لا توجد في النسخة الاحتياطية إشعارات استلام لهذه الرسالة.
talk-details-person = الشخص
talk-details-delivered = وصلت
talk-details-read = قُرئت
talk-details-played = شُغّلت
talk-details-never = غير مسجَّل
