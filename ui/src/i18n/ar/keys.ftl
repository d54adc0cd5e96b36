# The Keys screen: what opens these chats, and what to do when something is lost.
keys-title = المفاتيح
keys-why = كل واحد من هذه يفتح دردشاتك وحده. مفتاحا مرور وعُدّة استرداد مجموعة جيدة.
keys-again = إعادة المحاولة
keys-leave = تركه كما هو
keys-close = إغلاق
keys-done = تم
keys-list = { $count ->
    [zero] لا مفتاح يفتح دردشاتك
    [one] مفتاح واحد يفتح دردشاتك
    [two] مفتاحان يفتحان دردشاتك
    [few] { $count } مفاتيح تفتح دردشاتك
    [many] { $count } مفتاحًا يفتح دردشاتك
   *[other] { $count } مفتاح يفتح دردشاتك
}
keys-opened-with = فتحت دردشاتك بهذا
keys-synced = متزامن: يحتفظ حساب الهاتف بنسخ منه
keys-bound = مرتبط بالجهاز: لا يمكن نسخه
keys-held-paper = على الورق، أو حيث تحتفظ به
keys-held-organisation = تحتفظ به مؤسستك
keys-last-tested = آخر استخدام: { $ago }
keys-never-tested = لم يُستخدم بعد
keys-created = أُضيف في { $date }
keys-test = تجربة
keys-tested = فتح حلقة المفاتيح الآن
keys-rename = إعادة تسمية
keys-remove = إزالة

keys-fine = مفاتيحك على ما يرام
keys-fine-text = هناك أكثر من طريقة دخول، وكلها استُخدمت خلال الأشهر الستة الماضية.
keys-advice-only_one_passkey = لديك مفتاح مرور واحد فقط
keys-advice-only_one_passkey-text = إن ضاع أو تعطل، فلن يفتح أي مفتاح مرور دردشاتك. إضافة مفتاح ثانٍ، يُحفظ في مكان آخر، تستغرق دقيقة.
keys-advice-no_passkey = ليس لديك مفتاح مرور بعد
keys-advice-no_passkey-text = تُفتح دردشاتك بعُدّة الاسترداد أو بالكلمات وحدها، تكتبها كل مرة. مفتاح المرور يجعل ذلك لمسة أو رمز PIN.
keys-advice-software_only = مفتاح المرور البرمجي لا يُحتسب
keys-advice-software_only-text = إنه ملف على هذا الكمبيوتر، صُنع للعروض التوضيحية، وليس آمنًا. أضف مفتاح مرور حقيقيًا.
keys-advice-no_kit = ليست لديك عُدّة استرداد
keys-advice-no_kit-text = إن ضاعت مفاتيح المرور، فلن يستطيع أحد فتح هذه الدردشات. أنشئ عُدّة واحتفظ بها حيث تحتفظ بجوازات السفر.
keys-advice-kit_untested = لم تُجرَّب عُدّة الاسترداد قط
keys-advice-kit_untested-text = اكتبها مرة واحدة، لتعرف أنها مقروءة وأنها الصحيحة.
keys-advice-untested = لم يُستخدم منذ ستة أشهر: { $label }
keys-advice-untested-text = جرّبه مرة واحدة، لتلاحظ المفتاح المعطل ما دامت المفاتيح الأخرى تعمل.

keys-rename-title = إعادة تسمية هذا المفتاح
keys-rename-label = الاسم
keys-rename-save = حفظ

keys-remove-title = هل تريد إزالة { $label }؟
keys-remove-text = تحصل دردشاتك على مفتاح جديد، فلا يفتحها هذا بعد ذلك. يستغرق الأمر لحظة؛ وتبقى المفاتيح الأخرى كما هي.
keys-remove-opened-with = فتحت دردشاتك بهذا المفتاح قبل قليل. تأكد من أن لديك مفتاحًا آخر قبل إزالته.
keys-remove-old = ما تفتحه نسخة قديمة حتى الآن:
keys-remove-old-text = من احتفظ بنسخة سابقة من حلقة المفاتيح ولديه هذا المفتاح، ما زال يستطيع فتح كل نسخة احتياطية إلى أن يُنشأ مفتاح جديد مكوَّن من { 64 } رقمًا في WhatsApp، وكل نسخة سابقة من دردشاتك المستعادة. إن كنت تخشى ذلك، فأوقف النسخ الاحتياطي المشفر تمامًا بين الطرفين على الهاتف ثم شغِّله من جديد.
keys-remove-yes = إزالة
keys-removing = تحصل دردشاتك على مفتاح جديد
keys-removing-text = لا يتوقف هذا في منتصفه. إن انطفأ الكمبيوتر الآن فلن تفقد شيئًا: يُستكمل عندما تفتح دردشاتك في المرة القادمة.

keys-test-kit-label = عُدّة الاسترداد
keys-test-kit-hint = اكتب كل مجموعاتها أو الصقها. لا أهمية للأحرف الكبيرة والمسافات وفواصل الأسطر.
keys-test-words-label = كلماتك الست
keys-test-words-hint = مع مسافة بينها، وبترتيبها.

keys-add = إضافة طريقة دخول أخرى
keys-add-passkey = إضافة مفتاح مرور
keys-add-passkey-why = مفتاح ثانٍ، يُحفظ في غير مكان الأول، هو أفضل حماية من الضياع.
keys-add-words = إضافة ست كلمات
keys-add-kit = إنشاء عُدّة جديدة
keys-added-title = تمت الإضافة
keys-added-why = جرّبه مرة الآن، لتعرف أنه يفتح دردشاتك.
keys-added-try = تجربته الآن
keys-added-fine = من الآن يفتح دردشاتك وحده.

keys-words-title = ست كلمات
keys-words-why = لمن ليس لديه جهاز في متناول يده: ست كلمات، تُختار عشوائيًا، تفتح دردشاتك على أي كمبيوتر.
keys-words-before = تُعرض مرة واحدة. جهّز ورقة وقلمًا، وتأكد من أن لا أحد ينظر من خلفك.
keys-words-make = عرض ست كلمات
keys-words-write = اكتبها بهذا الترتيب، واحتفظ بالورقة حيث لا يجدها أحد مصادفة. من لديه الورقة ودردشاتك يستطيع فتحها.
keys-words-written = لقد كتبتها
keys-words-back = اكتب الكلمات الست
keys-words-back-why = من ورقتك. لا تُحتسب إلا بعد ذلك.
keys-words-check = تحقق
keys-words-again = عرضها مرة أخرى
keys-words-wrong = ليست هذه هي الكلمات الست
keys-words-wrong-todo = قارن الورقة بما هو معروض. لم يُضَف شيء بعد.
keys-words-done = الكلمات الست تفتح دردشاتك
keys-words-done-text = أُزيلت من الشاشة.

keys-kit-title = عُدّة استرداد جديدة
keys-kit-why = تفتح دردشاتك عند ضياع كل مفاتيح المرور. تبقى عُدّتك القديمة صالحة حتى تزيلها.
keys-kit-done = العُدّة الجديدة تفتح دردشاتك
keys-kit-done-text = ضعها في مكان آمن؛ لقد أُزيلت من الشاشة. إن ضاعت القديمة فأزلها من القائمة.

keys-drill = ماذا لو…؟
keys-drill-why = الجواب بحسب مفاتيحك أنت، كما هي الآن.
keys-drill-steps = ما العمل
keys-loss-phone_lost = ضاع الهاتف
keys-loss-security_key_lost = ضاع مفتاح الأمان
keys-loss-computer_dead = تعطل هذا الكمبيوتر
keys-loss-pin_blocked = رمز PIN محظور
keys-verdict-not_affected = لا يعتمد عليه أي من مفاتيحك
keys-verdict-not_affected-text = كل هذا ما زال يفتح: { $open }.
keys-verdict-other_passkey = ما زلت تستطيع الدخول
keys-verdict-other_passkey-text = تفقد: { $lost }. وما زال يفتح دردشاتك: { $open }.
keys-verdict-kit_only = لن يبقى سوى عُدّة الاسترداد
keys-verdict-kit_only-text = تفقد: { $lost }. وما زال يفتح دردشاتك: { $open }؛ تأكد الآن من أنك تعرف مكانها.
keys-verdict-passphrase_only = لن يبقى سوى كلماتك
keys-verdict-passphrase_only-text = تفقد: { $lost }. وما زال يفتح دردشاتك: { $open }؛ تأكد الآن من أن الورقة لديك.
keys-verdict-nothing = لن يفتح دردشاتك شيء بعد ذلك
keys-verdict-nothing-text = تفقد: { $lost }، ولا توجد طريقة دخول أخرى. ما دامت دردشاتك مفتوحة، يمكن تدارك ذلك.
keys-step-open = افتح دردشاتك باستخدام { $open }.
keys-step-synced = على هاتف جديد، سجّل الدخول إلى الحساب نفسه: قد يعود مفتاح المرور معه.
keys-step-reset = أعد ضبط الجهاز المحظور ببرنامج الشركة المصنِّعة. تزول معه مفاتيح المرور التي عليه، أما دردشاتك فلا.
keys-step-remove = هنا في «المفاتيح»، أزل { $lost }، كي لا يستطيع من يملكه فتح دردشاتك بعد ذلك.
keys-step-add = أضف مفتاح مرور آخر مكانه.
keys-step-kit-now = أنشئ عُدّة استرداد الآن، في هذه الصفحة، واطبعها.
keys-step-copy = توجد دردشاتك المستعادة على هذا الكمبيوتر فقط. انسخ المجلد { $folder } إلى وحدة USB من وقت إلى آخر؛ فهو مشفَّر.
keys-step-elsewhere = على كمبيوتر آخر، ضع النسخة في المكان نفسه، وافتح دردشاتك هناك باستخدام { $open }.
keys-step-no-copy = من دون نسخة، استعد النسخة الاحتياطية مرة أخرى: وهي تحتاج إلى أرقامها الـ{ 64 } مرة أخرى.

keys-more = بصمة حلقة المفاتيح هذه
keys-fingerprint = البصمة، كما هي على عُدّة الاسترداد
keys-keyring = حلقة المفاتيح
keys-generation = إصدار ملف حلقة المفاتيح
