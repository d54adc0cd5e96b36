# A ceremony, moment by moment: one thing to do, one reason.
ceremony-open = الفتح باستخدام { $label }
ceremony-enrol = إضافة مفتاح مرور
ceremony-rehearse = تجربة { $label }

ceremony-stop = إيقاف
ceremony-stopping = جارٍ الإيقاف…
ceremony-again = إعادة المحاولة
ceremony-leave = تركه الآن

ceremony-beginning = لحظة واحدة…
ceremony-over = تم الأمر
ceremony-plug-in = وصِّل مفتاح الأمان
ceremony-plug-in-text = في أي منفذ USB في هذا الكمبيوتر.
ceremony-touch-one = المس المفتاح الذي تقصده
ceremony-touch-one-text = { $count ->
    [zero] لا مفتاح موصول بعد.
    [one] يوجد مفتاح واحد موصول وهو يومض.
    [two] يوجد مفتاحان موصولان وهما يومضان. تكفي لمسة قصيرة لأحدهما.
    [few] توجد { $count } مفاتيح موصولة وهي تومض. تكفي لمسة قصيرة لأحدها.
    [many] يوجد { $count } مفتاحًا موصولًا وهي تومض. تكفي لمسة قصيرة لأحدها.
   *[other] يوجد { $count } مفتاح موصول وهي تومض. تكفي لمسة قصيرة لأحدها.
}
ceremony-touch = المس مفتاح الأمان
ceremony-touch-text = إنه يومض وينتظر لمسة قصيرة.
ceremony-finger = ضع إصبعك على مفتاح الأمان
ceremony-finger-again = لم يُتعرَّف عليه؛ مرة أخرى من فضلك
ceremony-finger-text = اتركه هناك حتى يتغير الضوء.
ceremony-finger-left = { $count ->
    [zero] لم تبقَ محاولات؛ سيُطلب رمز PIN الآن.
    [one] بقيت محاولة واحدة؛ بعدها يُطلب رمز PIN.
    [two] بقيت محاولتان؛ بعدهما يُطلب رمز PIN.
    [few] بقيت { $count } محاولات؛ بعدها يُطلب رمز PIN.
    [many] بقيت { $count } محاولة؛ بعدها يُطلب رمز PIN.
   *[other] بقيت { $count } محاولة؛ بعدها يُطلب رمز PIN.
}
ceremony-scan = امسح هذا الرمز بكاميرا هاتفك
ceremony-scan-create-text = يجب تشغيل البلوتوث هنا وعلى الهاتف. اختر هناك حفظ مفتاح مرور. يعمل الرمز مرة واحدة، لنحو خمس دقائق.
ceremony-scan-use-text = يجب تشغيل البلوتوث هنا وعلى الهاتف. يعمل الرمز مرة واحدة، لنحو خمس دقائق.
ceremony-qr-alt = رمز QR لهاتفك
ceremony-phone-seen = هاتفك قريب
ceremony-phone-seen-text = يجري ربط الاثنين عبر خادم الشركة المصنِّعة للهاتف.
ceremony-phone-connected = انظر إلى هاتفك
ceremony-phone-connected-text = افتح قفله كما تفعل دائمًا، ثم وافق.
ceremony-working-security_key = مفتاح الأمان يعمل
ceremony-working-tpm = هذا الكمبيوتر يعمل
ceremony-working-phone = جارٍ الوصول إلى الهاتف
ceremony-working-software = مفتاح المرور البرمجي يعمل
ceremony-network = هل تريد استخدام الشبكة هذه المرة فقط؟
ceremony-network-text = يلتقي هاتفك وهذا الكمبيوتر في { $host }، وهو خادم للشركة المصنِّعة للهاتف. لا يرى سوى رسائل مختومة. ولا شيء آخر يفعله هذا البرنامج يستخدم الشبكة.
ceremony-network-yes = اتصال
ceremony-last-tries = { $count ->
    [zero] لم تبقَ محاولات
    [one] بقيت محاولة واحدة فقط
    [two] بقيت محاولتان فقط
    [few] بقيت { $count } محاولات فقط
    [many] بقيت { $count } محاولة فقط
   *[other] بقيت { $count } محاولة فقط
}
ceremony-last-tries-text = رمز PIN غير صحيح الآن قد يحظر هذا الجهاز نهائيًا. إن لم تكن متأكدًا فتوقف واستخدم طريقة دخول أخرى: لا تفقد بذلك شيئًا.
ceremony-last-tries-yes = المحاولة رغم ذلك

ceremony-pin-use-security_key = اكتب رمز PIN لمفتاح الأمان
ceremony-pin-use-tpm = اكتب رمز PIN لهذا الكمبيوتر
ceremony-pin-use-phone = اكتب رمز PIN لهاتفك
ceremony-pin-use-software = اكتب رمز PIN لمفتاح المرور البرمجي
ceremony-pin-choose-security_key = اختر رمز PIN لمفتاح الأمان
ceremony-pin-choose-security_key-text = ليس له رمز بعد. من الآن يطلبه المفتاح، هنا وفي كل مكان آخر.
ceremony-pin-choose-tpm = اختر رمز PIN لهذا الكمبيوتر
ceremony-pin-choose-tpm-text = لدردشاتك فقط؛ لا يلزم أن يكون الرمز الذي تسجّل به الدخول.
ceremony-pin-choose-phone = اختر رمز PIN لهاتفك
ceremony-pin-choose-phone-text = يطلبه الهاتف من الآن.
ceremony-pin-choose-software = اختر رمز PIN لمفتاح المرور البرمجي
ceremony-pin-choose-software-text = للعرض التوضيحي.
ceremony-pin-wrong = ليس هذا هو الرمز؛ مرة أخرى
ceremony-pin-tries = { $count ->
    [zero] لم تبقَ محاولات قبل الحظر النهائي
    [one] بقيت محاولة واحدة قبل الحظر النهائي
    [two] بقيت محاولتان قبل الحظر
    [few] بقيت { $count } محاولات قبل الحظر
    [many] بقيت { $count } محاولة قبل الحظر
   *[other] بقيت { $count } محاولة قبل الحظر
}
ceremony-pin-label = رمز PIN
ceremony-pin-again = رمز PIN نفسه مرة أخرى
ceremony-pin-rule = عدد الرموز المطلوبة على الأقل: { $count }.
ceremony-pin-rule-letters = عدد الرموز المطلوبة على الأقل: { $count }، على ألا تكون أرقامًا فقط.
ceremony-pin-lack-length = عدد الرموز المطلوبة على الأقل: { $count }.
ceremony-pin-lack-short = إنه طويل جدًا؛ يتسع المكان لـ{ 63 } رمزًا بسيطًا.
ceremony-pin-lack-letters = الأرقام وحدها لا تكفي هنا: أضف حروفًا أو رموزًا أخرى.
ceremony-pin-lack-same = الاثنان غير متطابقين. اكتبهما مرة أخرى.
ceremony-pin-show = إظهار
ceremony-pin-hide = إخفاء
ceremony-pin-send = متابعة
ceremony-pin-set = اعتماد رمز PIN هذا

ceremony-still-open = { $count ->
    [zero] لا شيء آخر يفتح دردشاتك.
    [one] هذه الطريقة ما زالت تفتح دردشاتك:
    [two] هاتان الطريقتان ما زالتا تفتحان دردشاتك:
    [few] هذه الطرق ما زالت تفتح دردشاتك:
    [many] هذه الطرق ما زالت تفتح دردشاتك:
   *[other] هذه الطرق ما زالت تفتح دردشاتك:
}
