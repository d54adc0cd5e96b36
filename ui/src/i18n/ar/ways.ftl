# The ways into a person's chats, wherever they are named: kinds, invitations, what can be added, and what cannot be used here.
ways-kind-security_key = مفتاح أمان
ways-kind-tpm = هذا الكمبيوتر
ways-kind-phone = الهاتف
ways-kind-software = مفتاح مرور برمجي (عرض توضيحي)
ways-kind-passkey = مفتاح مرور
ways-kind-recovery = عُدّة الاسترداد
ways-kind-passphrase = ست كلمات
ways-kind-unknown = طريقة لا يعرفها هذا الإصدار

ways-use-security_key = لمس مفتاح الأمان
ways-use-tpm = رمز PIN لهذا الكمبيوتر
ways-use-phone = المسح بهاتفك
ways-use-software = رمز PIN لمفتاح المرور البرمجي
ways-use-passkey = استخدام مفتاح المرور هذا

ways-last-tested = آخر استخدام: { $ago }
ways-never-tested = لم يُستخدم بعد
ways-none-here = لا يمكن استخدام أي من مفاتيح المرور على هذا الكمبيوتر الآن.
ways-phone-note = لم يُجرَّب بعد بهاتف حقيقي. يستخدم خادم الشركة المصنِّعة للهاتف.

ways-absent = { $count ->
    [zero] لا شيء يتعذر استخدامه هنا الآن
    [one] واحد لا يمكن استخدامه هنا الآن، والسبب
    [two] اثنان لا يمكن استخدامهما هنا الآن، والسبب
    [few] { $count } لا يمكن استخدامها هنا الآن، والسبب
    [many] { $count } لا يمكن استخدامها هنا الآن، والسبب
   *[other] { $count } لا يمكن استخدامها هنا الآن، والسبب
}
ways-look-again = البحث مرة أخرى

ways-enrol-security_key = مفتاح أمان
ways-enrol-security_key-text = مفتاح صغير لمنفذ USB. تلمسه وتكتب رمز PIN الخاص به؛ يعمل على كل كمبيوتر.
ways-enrol-tpm = هذا الكمبيوتر
ways-enrol-tpm-text = تحفظ شريحة الأمان (TPM) المفتاح، ويفتحه رمز PIN تختاره. يعمل على هذا الكمبيوتر فقط.
ways-enrol-phone = هاتفك
ways-enrol-phone-text = تمسح رمزًا وتفتح قفل الهاتف كما تفعل دائمًا. يعمل على كل كمبيوتر فيه بلوتوث.
ways-enrol-software = مفتاح مرور برمجي
ways-enrol-software-text = ملف على هذا الكمبيوتر ورمز PIN.
ways-phone-untried = لم يُجرَّب بعد بهاتف حقيقي.
ways-phone-network = تمر رسائل مختومة عبر خادم الشركة المصنِّعة للهاتف. إنها الشبكة الوحيدة التي يستخدمها هذا البرنامج، وفقط عندما تختار ذلك.
ways-software-note = للعرض التوضيحي فقط: ليس آمنًا، ولا يُحتسب مفتاح مرور.
ways-plug-in-later = وصِّله عندما يُطلب منك.
ways-no-pin-yet = ليس له رمز PIN بعد؛ تختار واحدًا في الطريق.
ways-few-tries = { $count ->
    [0] رمز PIN الخاص به محظور.
    [one] بقيت محاولة واحدة لرمز PIN قبل الحظر.
    [two] بقيت محاولتان لرمز PIN قبل الحظر.
    [few] بقيت { $count } محاولات لرمز PIN قبل الحظر.
    [many] بقيت { $count } محاولة لرمز PIN قبل الحظر.
   *[other] بقيت { $count } محاولة لرمز PIN قبل الحظر.
}
ways-tpm-unguarded = لا شيء يمنع من بيده هذا الكمبيوتر من تجربة رموز PIN بلا حد، لذلك يحتاج رمزك إلى { 10 } رموز على الأقل، وليس أرقامًا فقط.
ways-without-prf = الموصول يستطيع تسجيل الدخول، لكنه لا يستطيع حفظ مفتاح.
ways-nothing-to-enrol = لا يوجد على هذا الكمبيوتر الآن ما يُنشأ به مفتاح مرور. ما يمكن أن يكون هنا، وكيف تحصل عليه، مذكور في الأسفل.

ways-older-title = هل تريد فتح حلقة مفاتيح أقدم؟
ways-older-text = حلقة المفاتيح في هذا المجلد أقدم من آخر حلقة استُخدمت على هذا الكمبيوتر. هذا متوقع بعد إعادة نسخة قديمة من المجلد. إن لم تفعل ذلك أنت، فربما استبدلها شخص آخر.
ways-older-yes = فتحها رغم ذلك
ways-older-no = تركها مغلقة

ways-vouch-title = هل هذه حلقة مفاتيحك؟
ways-vouch-text = لم يرها هذا الكمبيوتر من قبل: ربما نُسخ المجلد من كمبيوتر آخر. قبل إضافة أي شيء، قارنها بعُدّة الاسترداد، كي لا يدسّ لك أحد حلقة مفاتيح مستبدلة.
ways-vouch-label = اكتب البصمة من عُدّتك
ways-vouch-hint = مطبوعة في أسفل عُدّة الاسترداد. لا أهمية للمسافات والأحرف الكبيرة.
ways-vouch-compare = مقارنة
ways-vouch-other = ليست هذه بصمة حلقة المفاتيح هذه
ways-vouch-other-todo = انظر مرة أخرى في أسفل العُدّة. إن بقيت مختلفة فلا تضف شيئًا: ربما تخص حلقة المفاتيح هذه شخصًا آخر. لم يتغير شيء.
