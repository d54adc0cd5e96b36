# Words the shell itself shows: the system's file dialogs, the calm screen, the printed kit. The window has its own catalogue.

pick-backup-file = اختيار نسخة احتياطية
pick-backup-folder = اختيار مجلد نسخة احتياطية
pick-key-file = اختيار ملف المفتاح
pick-media-folder = اختيار مجلد الوسائط
pick-contacts = اختيار ملف جهات اتصال
pick-kit-file = اختيار عُدّة الاسترداد
save-kit = حفظ عُدّة الاسترداد
save-kit-name = عدة استرداد Latchkey.txt
pick-new-place = اختيار المكان الجديد للدردشات
pick-place-for-copy = اختيار مكان النسخة
pick-saved-copy = اختيار نسخة محفوظة
pick-export-place = اختيار مجلد واسم للتصدير
pick-redaction = اختيار ملف الحجب
pick-dataset = اختيار مجموعة البيانات التي يُضاف إليها
export-name = تصدير Latchkey { $date }

copy-name = نسخة أُعيدت في { $date }
save-as = حفظ نسخة
save-marks = حفظ إشاراتك المرجعية ووسومك وملاحظاتك
save-marks-name = علامات Latchkey.json

filter-backups = النسخ الاحتياطية
filter-contacts = جهات الاتصال (vCard، ‏CSV)
filter-redaction = ملفات الحجب (TOML)
filter-all = كل الملفات

stopped-title = توقف Latchkey لحظةً
stopped-happened = حدث شيء غير متوقع داخل Latchkey فأغلق ما كان مفتوحًا. لم تتغير نسخك الاحتياطية ولا دردشاتك.
stopped-todo = ابدأ من جديد. إذا تكرر ذلك في الموضع نفسه، فالسجل يبيّن أين حدث؛ وهو لا يحتوي على شيء من دردشاتك.
stopped-start = البدء من جديد

kit-title = عُدّة الاسترداد
kit-opens = تفتح سجل الدردشات الذي استعدته باستخدام Latchkey عندما لا يفتحه شيء آخر.
kit-made-on = أُنشئت في { $date }.
kit-keep = احتفظ بهذه الورقة حيث تحتفظ بأوراقك المهمة، بعيدًا عن الكمبيوتر. من يملكها مع سجل دردشاتك يستطيع قراءة دردشاتك. لا يحتفظ Latchkey بأي نسخة منها.
kit-key-heading = المفتاح
kit-key-hint = اكتبه مع المسافات والشرطات أو من دونها؛ لا فرق بين الأحرف الكبيرة والصغيرة.
kit-qr-caption = المفتاح نفسه، للكاميرا
kit-fingerprint = البصمة
kit-keyring = حلقة المفاتيح
kit-public-key = المفتاح العام
kit-with-latchkey = في Latchkey: اختر «فتح دردشاتي»، ثم اكتب هذا المفتاح.
kit-without-heading = من دون Latchkey
kit-without-explained = باستخدام البرنامجين age وjq، والملف keyring.latchkey من مجلد سجل دردشاتك:
kit-step-write = ضع المفتاح في ملف (اكتبه، ثم Enter ثم Ctrl D):
kit-step-digits = اقرأ الأرقام الـ64 الخاصة بنسخك الاحتياطية:
kit-step-index = اقرأ مفتاح سجل الدردشات:
