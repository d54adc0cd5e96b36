# The wizard: five calm steps.
restore-steps = خطوات الاستعادة
restore-step-choose = الاختيار
restore-step-unlock = فتح القفل
restore-step-keep = التأمين
restore-step-restore = الاستعادة
restore-step-done = تم
restore-step-behind = أُنجزت
restore-next = متابعة
restore-cancel = إلغاء
restore-again = إعادة المحاولة
restore-choose-other = اختيار نسخة احتياطية أخرى

restore-leave-title = هل تريد ترك هذه الاستعادة؟
restore-leave-text = لم يُستعد شيء بعد ولم تتغير نسختك الاحتياطية. لن تحتاج إلى عُدّة الاسترداد التي أُنشئت هنا؛ تحصل على عُدّة جديدة في المرة القادمة.
restore-leave-yes = ترك
restore-leave-no = البقاء هنا

## Step 1

restore-choose-title = اختر نسختك الاحتياطية
restore-choose-why = ينظر Latchkey إلى الملف أولًا. هكذا يخبرك إن كان سليمًا وأي مفتاح يفتحه، قبل أن يطلب منك شيئًا.
restore-drop = أفلِت هنا ملف نسخة احتياطية، أو المجلد كله
restore-pick-file = اختيار ملف
restore-pick-folder = اختيار مجلد
restore-path = أو اكتب مكانه
restore-path-example = ‎/home/…/WhatsApp/Databases
restore-path-look = بحث
restore-looking = جارٍ النظر فيما هناك…
restore-found = { $count ->
    [zero] لا نسخ احتياطية يمكن استعادتها
    [one] نسخة احتياطية واحدة يمكن استعادتها
    [two] نسختان احتياطيتان يمكن استعادتهما، أحدث نسخة كاملة أولًا
    [few] { $count } نسخ احتياطية يمكن استعادتها، أحدث نسخة كاملة أولًا
    [many] { $count } نسخة احتياطية يمكن استعادتها، أحدث نسخة كاملة أولًا
   *[other] { $count } نسخة احتياطية يمكن استعادتها، أحدث نسخة كاملة أولًا
}
restore-found-nothing = لم يُعثر هناك على نسخة احتياطية
restore-found-nothing-todo = على هاتف Android توجد النسخ الاحتياطية في Android › media › com.whatsapp › WhatsApp › Databases. واسم أحدثها msgstore.db.crypt15 أو ‎.crypt14. انسخ مجلد WhatsApp كله إن استطعت: ففيه الصور أيضًا.
restore-found-none-restorable = لا يوجد هنا ما يستطيع هذا الإصدار استعادته
restore-found-others = عُثر هنا أيضًا على
restore-found-skipped = { $count ->
    [zero] لم يُتجاوز أي ملف.
    [one] تم تجاوز ملف آخر: ليس نسخة احتياطية.
    [two] تم تجاوز ملفين آخرين: ليسا نسختين احتياطيتين.
    [few] تم تجاوز { $count } ملفات أخرى: ليست نسخًا احتياطية.
    [many] تم تجاوز { $count } ملفًا آخر: ليست نسخًا احتياطية.
   *[other] تم تجاوز { $count } ملف آخر: ليست نسخًا احتياطية.
}

restore-same-number = لديك هنا دردشات لهذا الرقم من قبل
restore-same-number-text = افتحها أولًا فتُضاف إليها هذه النسخة: لا يدخل إلا الجديد. وإلا تصبح سجلًا مستقلًا له عُدّته الخاصة.
restore-same-number-open = فتح دردشاتي أولًا

restore-card-number = الرقم الذي ينتهي بـ { $suffix }
restore-card-age = { $ago }، { $date }
restore-card-version = WhatsApp { $version }
restore-purpose-full = نسخة احتياطية كاملة
restore-purpose-dated = نسخة احتياطية كاملة أقدم
restore-purpose-increment = نسخة احتياطية إضافية
restore-purpose-contacts = جهات اتصال WhatsApp
restore-purpose-key_file = ملف مفتاح
restore-purpose-iphone = نسخة iPhone احتياطية
restore-purpose-exported_chat = دردشة مصدَّرة
restore-purpose-other = نسخة احتياطية
restore-whole-waiting = جارٍ الفحص
restore-whole-ok = سليمة
restore-whole-mismatch = تالفة
restore-whole-absent = ستُفحص بالمفتاح
restore-whole-unknown = تعذر فحصها
restore-secret-digits = تُفتح بالمفتاح المكوَّن من { 64 } رقمًا
restore-secret-unstated = مشفَّرة تمامًا بين الطرفين: تُفتح بالمفتاح المكوَّن من { 64 } رقمًا
restore-secret-device-key = تُفتح بملف المفتاح الموجود على الهاتف
restore-secret-passkey = يحفظها مفتاح مرور في WhatsApp: تبيّن الخطوة التالية الطريق
restore-secret-password = تحفظها كلمة مرور في WhatsApp: تبيّن الخطوة التالية الطريق
restore-secret-none = غير مقفلة
restore-able-increment = لا تحتوي إلا على ما جاء بعد نسخة احتياطية كاملة. يستعيد هذا الإصدار النسخ الكاملة؛ اختر النسخة الكاملة في الأعلى.
restore-able-contacts = يحتوي على أسماء لدردشاتك. يُستخدم تلقائيًا عندما يكون في المجلد الذي أنشأه WhatsApp له.
restore-able-key-file = مفتاح، وليس نسخة احتياطية. يُطلب في الخطوة التالية.
restore-able-iphone = يتعرف Latchkey على نسخ iPhone الاحتياطية، لكن هذا الإصدار لا يستطيع استعادتها بعد.
restore-able-exported-chat = دردشة مصدَّرة كنص. يمكن قراءتها من دون Latchkey؛ لا يستطيع هذا الإصدار إضافتها إلى دردشاتك بعد.
restore-able-other = تم التعرف عليها، لكن هذا الإصدار لا يستطيع استعادتها.

## Step 2

restore-unlock-title = افتح قفل نسختك الاحتياطية
restore-unlock-why = الأرقام الـ{ 64 } هي المفتاح الوحيد. تُجرَّب على هذا الكمبيوتر، في الحال، ولا تُحفظ أبدًا كما كتبتها.
restore-unlock-file-title = افتح قفل نسختك الاحتياطية بملف مفتاحها
restore-unlock-file-why = هذه النسخة غير مشفَّرة تمامًا بين الطرفين. تُفتح بملف صغير اسمه «key» يحتفظ به WhatsApp على الهاتف.
restore-unlock-none-title = هذه النسخة الاحتياطية غير مقفلة
restore-unlock-none-why = لا حاجة إلى مفتاح. يقفل Latchkey دردشاتك في الخطوة التالية.

restore-unlock-passkey-title = فتح القفل بمفتاح المرور
restore-unlock-passkey-why = توجد على هذا الكمبيوتر حلقة مفاتيح لهذا الرقم. إن كان فيها مفتاح هذه النسخة فلا حاجة إلى أرقام، ويُضاف الجديد إلى الدردشات التي لديك.
restore-use-digits = استخدام الأرقام الـ{ 64 } بدلًا من ذلك
restore-use-key-file = استخدام ملف المفتاح بدلًا من ذلك
restore-use-passkey = استخدام مفتاح مرور رغم ذلك
restore-keyring-opened = آخر فتح للدردشات: { $ago }
restore-keyring-unopened = لم تُفتح الدردشات بعد
restore-keyring-does-not-fit = دردشاتك مفتوحة، لكن لهذه النسخة مفتاحها الخاص
restore-keyring-does-not-fit-text = ينشئ WhatsApp مفتاحًا جديدًا كل مرة يُشغَّل فيها النسخ الاحتياطي المشفر تمامًا بين الطرفين. اكتب أرقام هذه النسخة مرة واحدة؛ تدخل في حلقة المفاتيح نفسها، ومن ذلك الحين تفتح مفاتيح المرور هذه النسخة أيضًا.

restore-digits-label = أرقامك الـ{ 64 }
restore-digits-hint = اكتبها أو الصقها. الحروف من a إلى f تُعد أرقامًا أيضًا.
restore-digits-count = { $groups } من { 16 } مجموعة
restore-digits-stranger = في المجموعة { $group } شيء ليس من 0 إلى 9 ولا من a إلى f
restore-digits-too-many = عدد الأرقام هنا { $count }؛ للمفتاح { 64 } رقمًا
restore-digits-trying = جارٍ تجربة المفتاح…
restore-digits-incomplete = المفتاح غير مكتمل بعد
restore-digits-incomplete-text = له { 64 } رقمًا، في { 16 } مجموعة من { 4 } أرقام. قارن مجموعة بعد مجموعة.
restore-digits-incomplete-group = انظر إلى المجموعة { $group }: يبدو أن رقمًا ينقصها، أو أن فيها رقمًا زائدًا.

restore-key-fits = هذا المفتاح يفتح نسختك الاحتياطية
restore-key-fits-text = جُرّب على { $name }. أُزيلت الأرقام من الشاشة.
restore-key-fits-keyring = كان في حلقة المفاتيح المفتوحة، وجُرّب على { $name }. يُضاف الجديد إلى الدردشات التي لديك.
restore-key-another = استخدام مفتاح آخر
restore-key-does-not-fit = هذا المفتاح لا يفتح هذه النسخة الاحتياطية
restore-key-cause-waiting = ما زال Latchkey يفحص سلامة الملف؛ بعدها يستطيع أن يذكر السبب. يمكنك مقارنة الأرقام في هذه الأثناء.

restore-slip-wrong_digit = نظن أن رقمًا في المجموعة { $group } غير صحيح
restore-slip-wrong_digit-somewhere = نظن أن رقمًا واحدًا غير صحيح
restore-slip-swapped = نظن أن رقمين في المجموعة { $group } تبادلا مكانيهما
restore-slip-swapped-somewhere = نظن أن رقمين تبادلا مكانيهما
restore-slip-look_alike = نظن أن في المجموعة { $group } حرفًا يشبه رقمًا
restore-slip-look_alike-somewhere = نظن أن حرفًا أُخذ على أنه رقم
restore-slip-transposed = نظن أن المجموعات قُرئت عمودًا بعد عمود
restore-slip-transposed-somewhere = نظن أن المجموعات قُرئت عمودًا بعد عمود
restore-slip-text = بعد تصحيح هذا يفتح المفتاح نسختك الاحتياطية. انظر إلى ورقتك مرة أخرى قبل أن توافق، وصحّح الورقة أيضًا.
restore-slip-accept = استخدام المفتاح المصحَّح
restore-slip-refuse = لا، سأنظر مرة أخرى

restore-key-file-title = أو ملف مفتاح
restore-key-file-text = ملف اسمه encrypted_backup.key يقوم بالأمر نفسه، وكذلك ملف نصي فيه الأرقام.
restore-key-file-first = لا يعطي هذا الملف إلا هاتف له صلاحية كاملة (root). إن كان لديك فاختره هنا.
restore-key-file = اختيار ملف مفتاح
restore-key-file-path = اكتب مكان ملف المفتاح
restore-key-file-use = استخدامه

restore-where-title = أين أجد أرقامي الـ{ 64 }؟
restore-where-text = يعرض WhatsApp الأرقام مرة واحدة، في اليوم الذي يُشغَّل فيه النسخ الاحتياطي المشفر تمامًا بين الطرفين. ابحث عن ورقة أو لقطة شاشة فيها { 16 } مجموعة. إن لم تجد شيئًا وكان الهاتف ما زال يعمل، فأنشئ نسخة احتياطية جديدة تعرف مفتاحها:
restore-where-lost = ضاع الهاتف؟ ابحث حيث تحتفظ بكلمات المرور، وبين لقطات الشاشة في صورك على الإنترنت، وفي أوراقك. من دون الأرقام لا يستطيع أحد فتح هذه النسخة، ولا حتى WhatsApp؛ وقد تُفتح نسخة أقدم بمفتاح آخر.
restore-where-device-title = ليس لدي هذا الملف
restore-where-device-text = معظم الناس ليس لديهم هذا الملف. إن كان الهاتف ما زال يعمل فهناك طريق أسهل: أنشئ نسخة احتياطية جديدة تُفتح بـ{ 64 } رقمًا.
restore-way-open = على الهاتف، افتح WhatsApp › الإعدادات › الدردشات › النسخ الاحتياطي للدردشات › النسخ الاحتياطي المشفر تمامًا بين الطرفين.
restore-way-off = إن كان مشغَّلًا فأوقفه. تبقى دردشاتك على الهاتف كما هي.
restore-way-on = شغِّله. وحيث يسأل WhatsApp عن الطريقة، اختر المفتاح المكوَّن من { 64 } رقمًا.
restore-way-write = اكتب الأرقام على ورقة، المجموعات الـ{ 16 } كلها.
restore-way-again = ارجع شاشة واحدة واضغط على «نسخ احتياطي». ثم انسخ النسخة الجديدة إلى هذا الكمبيوتر.

restore-locked-why = نظر Latchkey في بداية هذا الملف. مذكور فيها أن WhatsApp نفسه يحرس المفتاح.
restore-locked-passkey = هذه النسخة الاحتياطية يحفظها مفتاح مرور
restore-locked-passkey-text = مفتاح المرور يفتح القفل ببصمة إصبعك أو وجهك أو رمز PIN أو مفتاح أمان. أما هذا فيعمل داخل WhatsApp فقط، عبر خوادمه، فلا يستطيع أي برنامج آخر فتح هذه النسخة. هناك طريق بديل يستغرق بضع دقائق؛ بعدها يستطيع مفتاح مرور خاص بك فتحها هنا.
restore-locked-password = هذه النسخة الاحتياطية تحفظها كلمة مرور
restore-locked-password-text = تعمل كلمة المرور داخل WhatsApp فقط، عبر خوادمه، فلا يستطيع أي برنامج آخر فتح هذه النسخة بها. هناك طريق بديل يستغرق بضع دقائق.
restore-locked-way = الطريق البديل
restore-locked-lost-phone = ضاع الهاتف؟ ثبّت WhatsApp على هاتف آخر بالرقم نفسه، واستعد النسخة هناك، ثم اتبع هذه الخطوات.
restore-locked-choose-other = اختيار نسخة احتياطية أخرى
restore-locked-have-digits = لدي من قبل { 64 } رقمًا لهذه النسخة

restore-phone-label = الطريق على الهاتف، شاشة بعد شاشة
restore-phone-whatsapp = WhatsApp
restore-phone-settings = الإعدادات
restore-phone-account = الحساب
restore-phone-privacy = الخصوصية
restore-phone-chats = الدردشات
restore-phone-notifications = الإشعارات
restore-phone-theme = المظهر
restore-phone-wallpaper = الخلفية
restore-phone-backup = النسخ الاحتياطي للدردشات
restore-phone-history = سجل الدردشات
restore-phone-google = حساب Google
restore-phone-videos = تضمين الفيديو
restore-phone-encrypted = النسخ الاحتياطي المشفر تمامًا بين الطرفين
restore-phone-passkey = مفتاح مرور
restore-phone-password = كلمة مرور
restore-phone-digits = مفتاح من { 64 } رقمًا

## Step 3

restore-passkey-title = في المرة القادمة، بلا أرقام
restore-passkey-why = مفتاح المرور يفتح قفل دردشاتك بلمسة أو بصمة إصبع أو رمز PIN، ويفتح أيضًا النسخ اللاحقة لهذا الرقم. ماذا تريد أن تستخدم؟
restore-passkey-added = تمت إضافة { $label }
restore-passkey-added-bound = يفتح دردشاتك، والجهاز نفسه وحده يستطيع ذلك: لا يمكن نسخه.
restore-passkey-added-synced = يفتح دردشاتك، على كل جهاز يحفظ عليه حساب هاتفك مفاتيح المرور.
restore-passkey-other = استخدام شيء آخر
restore-passkey-then = تأتي بعد ذلك عُدّة الاسترداد، ليوم يضيع فيه مفتاح المرور هذا. ثم يُجرَّب كلاهما مرة واحدة.
restore-passkey-skip = المتابعة من دون مفتاح مرور
restore-passkey-skip-text = يمكن إضافته لاحقًا في «المفاتيح». إلى ذلك الحين تكون عُدّة الاسترداد طريقة الدخول الوحيدة: تكتبها كل مرة، وإن ضاعت بقيت دردشاتك المستعادة مقفلة.
restore-keep-title = أمِّن الدخول
restore-keep-with-passkey-why = قد يضيع مفتاح المرور مع جهازه. عندها تفتح عُدّة الاسترداد دردشاتك؛ وإن ضاع كل شيء فلن يستطيع أحد فتحها، ولا حتى نحن.
restore-keep-why = تبقى دردشاتك المستعادة مشفَّرة على هذا الكمبيوتر. عُدّة الاسترداد هي مفتاحها الوحيد: بها تستطيع فتحها دائمًا، ومن دونها لا يستطيع أحد، ولا حتى نحن.
restore-keep-merging-why = دردشاتك مفتوحة، لذلك تُضاف هذه النسخة إليها.
restore-keep-merging = تبقى المفاتيح التي لديك هي المفاتيح
restore-keep-merging-text = لا حاجة إلى مفتاح مرور جديد ولا إلى عُدّة جديدة. لا تُضاف الرسائل التي لديك مرتين.
restore-kit-name = عُدّة الاسترداد
restore-kit-text = تكفي ورقة واحدة. احتفظ بها حيث تحتفظ بجوازات السفر.
restore-kit-print = طباعة العُدّة
restore-kit-save = حفظها في ملف
restore-kit-by-hand = كتابتها باليد
restore-kit-hide = إخفاؤها من جديد
restore-kit-groups = مجموعات عُدّة الاسترداد
restore-kit-fingerprint = البصمة
restore-kit-printed = العُدّة في نافذة خاصة بها؛ اطبعها من هناك.
restore-kit-saved = حُفظت باسم { $name } في { $folder }. من لديه هذا الملف وهذا الكمبيوتر يستطيع فتح دردشاتك، فانقله إلى وحدة USB أو مكان آمن آخر.
restore-kit-proved = عُدّتك لديك
restore-kit-proved-text = ضعها في مكان آمن. لقد أُزيلت من الشاشة.
restore-proof-label = { $count ->
    [zero] اكتب آخر عُدّتك
    [one] اكتب آخر مجموعة من عُدّتك
    [two] اكتب آخر مجموعتين من عُدّتك
    [few] اكتب آخر { $count } مجموعات من عُدّتك
    [many] اكتب آخر { $count } مجموعة من عُدّتك
   *[other] اكتب آخر { $count } مجموعة من عُدّتك
}
restore-proof-why = من الورقة أو من الملف، لتعرف أنها مقروءة.
restore-proof-check = تحقق
restore-proof-wrong = ليست هذه آخر مجموعات هذه العُدّة
restore-proof-wrong-todo = إنها في نهاية صف المجموعات الطويل، تحتها خط. لا أهمية للأحرف الكبيرة والمسافات.

restore-rehearsal-title = جرّب مرة واحدة
restore-rehearsal-why = قبل أن يُقفل شيء، تفتح كل طريقة دخول حلقة المفاتيح مرة واحدة. هكذا تعرف أنها تعمل.
restore-rehearsal-passkey = افتح به حلقة المفاتيح الآن.
restore-rehearsal-kit = ارجع صفحة واحدة واكتب آخر مجموعاتها.
restore-rehearsal-try = التجربة الآن
restore-rehearsal-opened = فُتحت به حلقة المفاتيح
restore-rehearsal-done = كلاهما يعمل. يمكن استعادة دردشاتك الآن.

## Step 4

restore-ready-title = جاهز للاستعادة
restore-ready-why = يُفتح { $name } ويُفحص ويُرتَّب على هذا الكمبيوتر. أمران يمكن أن يجعلا النتيجة أفضل؛ وكلاهما اختياري.
restore-media = الصور والرسائل الصوتية والملفات
restore-media-text = توجد بجانب النسخة الاحتياطية، لا فيها. يعرضها Latchkey من مجلدها ولا ينسخ شيئًا.
restore-media-none = لم يُختر مجلد: تبقى أماكنها فارغة
restore-media-pick = اختيار مجلد
restore-contacts = أسماء من دفتر عناوينك
restore-contacts-text = ملف جهات اتصال (‎.vcf أو ‎.csv) كما تصدّره الهواتف وبرامج البريد.
restore-contacts-none = لم يُختر ملف: تُستخدم الأسماء التي اختارها الناس لأنفسهم
restore-contacts-pick = اختيار ملف
restore-start = استعادة دردشاتي
restore-stop = إيقاف
restore-stopping = جارٍ الإيقاف…
restore-stopping-text = جارٍ الإيقاف من دون ترك أي شيء
restore-running-title = جارٍ استعادة دردشاتك
restore-running-why = يمكنك ترك هذه النافذة وحدها؛ تخبرك عندما تنتهي.
restore-beginning = البداية
restore-stage-decrypting = فتح النسخة الاحتياطية والتحقق منها
restore-stage-reading = قراءة الدردشات
restore-stage-indexing = ترتيب الرسائل
restore-stage-searching = تجهيز البحث
restore-stage-media = البحث عن الصور والملفات
restore-stage-finishing = قفل كل شيء بمفاتيحك
restore-count = الرسائل
restore-speed = رسائل في الثانية
restore-left = الوقت المتبقي
restore-left-unknown = غير معروف بعد
restore-left-second = { $count ->
    [zero] أقل من ثانية
    [one] ثانية واحدة
    [two] ثانيتان
    [few] { $count } ثوانٍ
    [many] { $count } ثانية
   *[other] { $count } ثانية
}
restore-left-minute = { $count ->
    [zero] أقل من دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
}
restore-left-hour = { $count ->
    [zero] أقل من ساعة
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $count } ساعات
    [many] { $count } ساعة
   *[other] { $count } ساعة
}

## Step 5

restore-done-title = { $count ->
    [0] لم تكن في هذه النسخة الاحتياطية رسائل
    [one] عادت رسالة واحدة
    [two] عادت رسالتان
    [few] عادت { $count } رسائل
    [many] عادت { $count } رسالة
   *[other] عادت { $count } رسالة
}
restore-done-nothing-new = كانت كل هذه الرسائل لديك من قبل
restore-done-why = { $seconds ->
    [zero] استغرق ذلك أقل من ثانية. كل صف في النسخة الاحتياطية محسوب.
    [one] استغرق ذلك ثانية واحدة. كل صف في النسخة الاحتياطية محسوب.
    [two] استغرق ذلك ثانيتين. كل صف في النسخة الاحتياطية محسوب.
    [few] استغرق ذلك { $seconds } ثوانٍ. كل صف في النسخة الاحتياطية محسوب.
    [many] استغرق ذلك { $seconds } ثانية. كل صف في النسخة الاحتياطية محسوب.
   *[other] استغرق ذلك { $seconds } ثانية. كل صف في النسخة الاحتياطية محسوب.
}
restore-done-time = { $seconds ->
    [zero] استغرق ذلك أقل من ثانية.
    [one] استغرق ذلك ثانية واحدة.
    [two] استغرق ذلك ثانيتين.
    [few] استغرق ذلك { $seconds } ثوانٍ.
    [many] استغرق ذلك { $seconds } ثانية.
   *[other] استغرق ذلك { $seconds } ثانية.
}
restore-unaccounted = { $count ->
    [zero] كل الصفوف محسوبة
    [one] تعذر حساب صف واحد
    [two] تعذر حساب صفين
    [few] تعذر حساب { $countText } صفوف
    [many] تعذر حساب { $countText } صفًا
   *[other] تعذر حساب { $countText } صف
}
restore-unaccounted-text = كل ما قُرئ محفوظ. السبب في Latchkey، لا في نسختك الاحتياطية؛ احتفظ بالنسخة، فقد يجد إصدار لاحق ما ينقص.
restore-damaged-stretches = { $count ->
    [zero] لا أجزاء تالفة في الملف
    [one] جزء واحد من الملف تالف
    [two] جزءان من الملف تالفان
    [few] { $countText } أجزاء من الملف تالفة
    [many] { $countText } جزءًا من الملف تالفًا
   *[other] { $countText } جزء من الملف تالف
}
restore-damaged-stretches-text = الرسائل هنا. قد تنقص بعضَها صورة أو اقتباس أو تفاعل كان هناك.
restore-increments = { $count ->
    [zero] لا ملفات بتغييرات أحدث بجانب النسخة الاحتياطية
    [one] ملف بجانب النسخة الاحتياطية فيه تغييرات أحدث
    [two] ملفان بجانب النسخة الاحتياطية فيهما تغييرات أحدث
    [few] { $countText } ملفات بجانب النسخة الاحتياطية فيها تغييرات أحدث
    [many] { $countText } ملفًا بجانب النسخة الاحتياطية فيها تغييرات أحدث
   *[other] { $countText } ملف بجانب النسخة الاحتياطية فيها تغييرات أحدث
}
restore-increments-text = لا يستطيع هذا الإصدار إضافتها، لذلك تنقص هذه الأيام إلى أن تستعيد نسخة احتياطية كاملة أُنشئت لاحقًا:
restore-increment-day = { $day }
restore-increment-since = ابتداءً من { $day }
restore-increment-unknown = أيام غير معروفة
restore-increment-messages = { $count ->
    [zero] لا رسائل
    [one] رسالة واحدة
    [two] رسالتان
    [few] { $countText } رسائل
    [many] { $countText } رسالة
   *[other] { $countText } رسالة
}
restore-folded-album = معروضة في ألبوم
restore-folded-hd-twin = الشيء نفسه بجودة أفضل
restore-folded-motion-clip = فيديو صورة متحركة
restore-folded-poll-picture = صورة إجابة في استطلاع رأي
restore-folded-other = معروضة جزءًا من أخرى ({ $reason })
restore-done-checksum = قيمة التحقق الخاصة بالملف تالفة
restore-done-checksum-text = لم تتأثر دردشاتك: تم التحقق منها بالمفتاح.
restore-ledger = كيف تتطابق الأعداد
restore-ledger-restored = الرسائل المستعادة
restore-ledger-new = جديدة
restore-ledger-present = كانت لديك من قبل
restore-ledger-lacking = غير محسوبة
restore-ledger-rows = الصفوف في النسخة الاحتياطية
restore-left-sentinel = لم تدخل: الصف الفارغ الخاص بالنسخة الاحتياطية نفسها، وليس رسالة أبدًا
restore-left-never-displayed = لم تدخل: ملاحظات داخلية لا يعرضها WhatsApp نفسه أبدًا
restore-left-deleted-by-owner = لم تدخل: كنت قد حذفتها، ولم يكن الهاتف قد نظّفها بعد
restore-left-unreadable = لم تدخل: تعذرت قراءتها، هذا الجزء من الملف تالف
restore-left-other = لم تدخل: { $reason }
restore-done-chats = الدردشات
restore-done-people = الأشخاص
restore-done-reactions = التفاعلات
restore-done-calls = المكالمات
restore-done-media = عُثر على { $found } من أصل { $referenced } من الصور والملفات
restore-done-media-missing = { $count ->
    [zero] كلها موجودة.
    [one] واحد غير موجود: حُذف على الهاتف أو هو في مجلد آخر. مكانه في الدردشة يذكر ذلك.
    [two] اثنان غير موجودين: حُذفا على الهاتف أو هما في مجلد آخر. مكاناهما في الدردشات يذكران ذلك.
    [few] { $count } غير موجودة: حُذفت على الهاتف أو هي في مجلد آخر. أماكنها في الدردشات تذكر ذلك.
    [many] { $count } غير موجودة: حُذفت على الهاتف أو هي في مجلد آخر. أماكنها في الدردشات تذكر ذلك.
   *[other] { $count } غير موجودة: حُذفت على الهاتف أو هي في مجلد آخر. أماكنها في الدردشات تذكر ذلك.
}
restore-done-kinds = أنواع الرسائل
restore-open-chats = فتح دردشاتي
restore-kind-text = نص
restore-kind-image = صور
restore-kind-video = فيديوهات
restore-kind-video-note = رسائل فيديو
restore-kind-audio = ملفات صوتية
restore-kind-voice = رسائل صوتية
restore-kind-document = مستندات
restore-kind-sticker = ملصقات
restore-kind-gif = صور GIF
restore-kind-location = مواقع
restore-kind-live-location = مواقع مباشرة
restore-kind-contact = جهات اتصال
restore-kind-poll = استطلاعات رأي
restore-kind-event = مناسبات
restore-kind-group-invite = دعوات إلى مجموعات
restore-kind-system = إشعارات
restore-kind-call = مكالمات في الدردشات
restore-kind-revoked = رسائل محذوفة
restore-kind-view-once = تُعرض مرة واحدة
restore-kind-album = ألبومات
restore-kind-order = طلبات
restore-kind-payment = دفعات
restore-kind-template = رسائل من أنشطة تجارية
restore-kind-unsupported = أخرى
