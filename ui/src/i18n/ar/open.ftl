# Open my chats: which history, and the ways into it.
open-title = فتح دردشاتي
open-why = دردشاتك المستعادة مشفَّرة على هذا الكمبيوتر. يفتحها مفتاح مرور، أو عُدّة الاسترداد.
open-which = { $count ->
    [zero] دردشاتك المستعادة
    [one] دردشاتك المستعادة
    [two] أي الدردشات تريد أن تفتح؟
    [few] أي الدردشات تريد أن تفتح؟
    [many] أي الدردشات تريد أن تفتح؟
   *[other] أي الدردشات تريد أن تفتح؟
}
open-number = دردشات الرقم الذي ينتهي بـ { $suffix }
open-number-unknown = دردشات رقم غير معروف
open-last = آخر فتح: { $ago }
open-never = لم تُفتح بعد
open-empty = لم يُستعد شيء على هذا الكمبيوتر بعد
open-empty-text = استعد نسخة احتياطية أولًا؛ تظهر دردشاتها هنا بعد ذلك.
open-empty-restore = استعادة نسخة احتياطية
open-with-passkey = الفتح بمفتاح مرور
open-with-words = الفتح بكلماتك الست
open-with-kit = الفتح بعُدّة الاسترداد
open-words-label = كلماتك الست
open-words-hint = مع مسافة بينها، وبترتيبها. لا فرق بين الأحرف الكبيرة والصغيرة.
open-kit-label = عُدّة الاسترداد
open-kit-hint = اكتب المجموعات من الورقة أو الصقها. لا أهمية للأحرف الكبيرة والمسافات وفواصل الأسطر.
open-kit-open = فتح
open-kit-opening = جارٍ الفتح…
open-kit-or = هل العُدّة محفوظة في ملف؟
open-kit-file = اختيار ملف العُدّة
