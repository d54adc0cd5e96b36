# About.
about-title = حول Latchkey
about-why = مساعد لاستعادة نسخ الدردشات الاحتياطية المشفَّرة تمامًا بين الطرفين. يعمل على هذا الكمبيوتر وحده.
about-version = الإصدار
about-formats = النسخ الاحتياطية التي يعرفها
about-format-crypt12 = ‏crypt12: نسخة احتياطية أقدم، تُفتح بملف المفتاح الموجود على الهاتف
about-format-crypt14 = ‏crypt14: نسخة احتياطية بلا تشفير تام بين الطرفين، تُفتح بملف المفتاح الموجود على الهاتف
about-format-crypt15 = ‏crypt15: نسخة احتياطية مشفَّرة تمامًا بين الطرفين، تُفتح بالمفتاح المكوَّن من { 64 } رقمًا
about-format-sqlite = ‏msgstore.db: قاعدة بيانات فُك تشفيرها من قبل
about-newer = إصدار أحدث
about-newer-text = لا يبحث Latchkey عنه من تلقاء نفسه أبدًا، لأنه لا يستخدم الشبكة. يفتح هذا صفحة الإصدارات في متصفحك:
about-newer-open = فتح صفحة الإصدارات
about-logs = سجل البرنامج
about-logs-text = يذكر ما فعله البرنامج، لمدة سبعة أيام. لا يحتوي على أسماء أو أرقام أو رسائل أو مفاتيح.
about-logs-show = عرض السجلات
about-licences = التراخيص
about-independent = ‏Latchkey مستقل عن WhatsApp وMeta. ‏WhatsApp علامة تجارية لمالكها.
