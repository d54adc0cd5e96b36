# Words that belong to no single screen.
app-name = Latchkey
app-settings = الإعدادات
app-keys = المفاتيح
app-about = حول Latchkey
app-lock = قفل
app-details = التفاصيل التقنية
app-back = رجوع
app-waiting = لحظة واحدة…
app-demo-label = عن هذا العرض التوضيحي
app-demo = عرض توضيحي: مفتاح مرور برمجي، ليس آمنًا. استخدمه مع دردشات مختلَقة فقط.

app-crash-title = توقف شيء ما في هذه النافذة عن العمل
app-crash-text = لم تتغير نسختك الاحتياطية، ودردشاتك المستعادة كما كانت. لم يُرسَل شيء إلى أي مكان.
app-crash-todo = ابدأ من جديد من الشاشة الأولى. إذا تكرر ذلك في الموضع نفسه، فقد يبيّن سجل البرنامج السبب؛ وهو لا يحتوي على أي من رسائلك.
app-crash-again = البدء من جديد
app-crash-logs = عرض سجل البرنامج

app-veiled = غير واضح ما دامت نافذة أخرى في المقدمة
app-undo = تراجع
app-undo-close = تركه كما هو
