# What the app itself noted in a chat, one sentence for every sort of notice. `$actor` and `$subject` say who: "you", "named" (`$name`, `$who`) or "nobody" known.
# `$number` is the source's own number of a notice that has no sentence.
notice-number = إشعار النظام { $number }
notice-unnumbered = إشعار النظام
notice-was = أصبح «{ $before }» «{ $after }»
notice-was-before = كان من قبل «{ $before }»

## The group
notice-subject = { $actor ->
    [you] غيّرت اسم المجموعة
    [named] غيّر { $name } اسم المجموعة
   *[nobody] تم تغيير اسم المجموعة
}
notice-icon = { $actor ->
    [you] غيّرت صورة المجموعة
    [named] غيّر { $name } صورة المجموعة
   *[nobody] تم تغيير صورة المجموعة
}
notice-description = { $actor ->
    [you] غيّرت وصف المجموعة
    [named] غيّر { $name } وصف المجموعة
   *[nobody] تم تغيير وصف المجموعة
}
notice-created = { $actor ->
    [you] أنشأت هذه المجموعة
    [named] أنشأ { $name } هذه المجموعة
   *[nobody] تم إنشاء هذه المجموعة
}
notice-list-created = { $actor ->
    [you] أنشأت قائمة الرسائل الجماعية هذه
    [named] أنشأ { $name } قائمة الرسائل الجماعية هذه
   *[nobody] تم إنشاء قائمة الرسائل الجماعية هذه
}
notice-link-reset = { $actor ->
    [you] أنشأت رابط دعوة جديدًا؛ لم يعد القديم يعمل
    [named] أنشأ { $name } رابط دعوة جديدًا؛ لم يعد القديم يعمل
   *[nobody] تم إنشاء رابط دعوة جديد؛ لم يعد القديم يعمل
}
notice-link-rule = { $actor ->
    [you] غيّرت من يحق له الدعوة عبر الرابط
    [named] غيّر { $name } من يحق له الدعوة عبر الرابط
   *[nobody] تم تغيير من يحق له الدعوة عبر الرابط
}
notice-info-rule = { $actor ->
    [you] غيّرت من يحق له تعديل اسم المجموعة وصورتها ووصفها
    [named] غيّر { $name } من يحق له تعديل اسم المجموعة وصورتها ووصفها
   *[nobody] تم تغيير من يحق له تعديل اسم المجموعة وصورتها ووصفها
}
notice-send-rule = { $actor ->
    [you] غيّرت من يحق له إرسال الرسائل
    [named] غيّر { $name } من يحق له إرسال الرسائل
   *[nobody] تم تغيير من يحق له إرسال الرسائل
}
notice-everyone-adds = { $actor ->
    [you] سمحت لكل الأعضاء بإضافة آخرين
    [named] سمح { $name } لكل الأعضاء بإضافة آخرين
   *[nobody] يحق الآن لكل الأعضاء إضافة آخرين
}
notice-admins-add = { $actor ->
    [you] سمحت للمشرفين فقط بإضافة آخرين
    [named] سمح { $name } للمشرفين فقط بإضافة آخرين
   *[nobody] يحق الآن للمشرفين فقط إضافة آخرين
}
notice-large = في هذه المجموعة أكثر من { 256 } عضوًا: يحق للمشرفين فقط تعديل اسمها وصورتها ووصفها

## Who came and went
notice-added = { $who-is ->
    [you] { $actor ->
        [named] أضافك { $name }
       *[nobody] تمت إضافتك
    }
    [nobody] { $actor ->
        [you] أضفت شخصًا
        [named] أضاف { $name } شخصًا
       *[nobody] تمت إضافة شخص
    }
   *[named] { $actor ->
        [you] أضفت { $who }
        [named] أضاف { $name } { $who }
       *[nobody] تمت إضافة { $who }
    }
}
notice-removed = { $who-is ->
    [you] { $actor ->
        [named] أزالك { $name }
       *[nobody] تمت إزالتك
    }
    [nobody] { $actor ->
        [you] أزلت شخصًا
        [named] أزال { $name } شخصًا
       *[nobody] تمت إزالة شخص
    }
   *[named] { $actor ->
        [you] أزلت { $who }
        [named] أزال { $name } { $who }
       *[nobody] تمت إزالة { $who }
    }
}
notice-left = { $subject ->
    [you] غادرت المجموعة
    [named] غادر { $who } المجموعة
   *[nobody] غادر شخص المجموعة
}
notice-joined-link = { $subject ->
    [you] انضممت عبر رابط الدعوة
    [named] انضم { $who } عبر رابط الدعوة
   *[nobody] انضم شخص عبر رابط الدعوة
}
notice-joined-invitation = { $subject ->
    [you] انضممت عبر دعوة
    [named] انضم { $who } عبر دعوة
   *[nobody] انضم شخص عبر دعوة
}
notice-joined-community = { $subject ->
    [you] انضممت من المجتمع
    [named] انضم { $who } من المجتمع
   *[nobody] انضم شخص من المجتمع
}
notice-asks-to-join = { $subject ->
    [you] طلبت الانضمام
    [named] يطلب { $who } الانضمام
   *[nobody] يطلب شخص الانضمام
}
notice-admin = { $who-is ->
    [named] { $count ->
        [zero] { $who }: الإشراف على المجموعة
        [one] أصبح { $who } مشرفًا
        [two] أصبح { $who } مشرفَين
        [few] أصبح { $who } مشرفين
        [many] أصبح { $who } مشرفين
       *[other] أصبح { $who } مشرفين
    }
   *[you] أصبحت مشرفًا
}
notice-no-admin = { $who-is ->
    [named] { $count ->
        [zero] { $who }: انتهى الإشراف على المجموعة
        [one] لم يعد { $who } مشرفًا
        [two] لم يعد { $who } مشرفَين
        [few] لم يعد { $who } مشرفين
        [many] لم يعد { $who } مشرفين
       *[other] لم يعد { $who } مشرفين
    }
   *[you] لم تعد مشرفًا
}
notice-on-whatsapp = { $subject ->
    [named] أصبح { $who } على WhatsApp
   *[nobody] أصبح شخص تعرفه على WhatsApp
}

## People
notice-number-changed = { $subject ->
    [you] غيّرت رقم هاتفك
    [named] غيّر { $who } رقم الهاتف
   *[nobody] غيّر شخص رقم الهاتف
}
notice-number-changed-to = غيّر { $from } رقم الهاتف إلى { $to }
notice-username = { $subject ->
    [you] غيّرت اسم المستخدم الخاص بك
    [named] غيّر { $who } اسم المستخدم
   *[nobody] تم تغيير اسم مستخدم
}
notice-security-code = { $subject ->
    [named] { $count ->
        [zero] تغيّر رمز الأمان مع { $who }
        [one] تغيّر رمز الأمان مع { $who }
        [two] تغيّر رمزا الأمان مع { $who }
        [few] تغيّرت رموز الأمان مع { $who }
        [many] تغيّرت رموز الأمان مع { $who }
       *[other] تغيّرت رموز الأمان مع { $who }
    }
   *[nobody] تغيّر رمز أمان
}
notice-devices = { $subject ->
    [named] غيّر { $who } الأجهزة المرتبطة
   *[nobody] غيّر شخص الأجهزة المرتبطة
}
notice-devices-counted = { $subject ->
    [named] غيّر { $who } الأجهزة المرتبطة
   *[nobody] غيّر شخص الأجهزة المرتبطة
}: { $change ->
    [added] أُضيف { $addedText }
    [removed] أُزيل { $removedText }
   *[both] أُضيف { $addedText }، وأُزيل { $removedText }
}
notice-blocked = { $subject ->
    [named] حظرت { $who }
   *[nobody] حظرت هذا الشخص
}
notice-unblocked = { $subject ->
    [named] ألغيت حظر { $who }
   *[nobody] ألغيت حظر هذا الشخص
}
notice-block-changed = { $subject ->
    [named] حظرت { $who } أو ألغيت الحظر
   *[nobody] حظرت هذا الشخص أو ألغيت الحظر
}

## Messages that disappear
notice-timer-on = { $actor ->
    [you] ضبطت الرسائل الجديدة لتختفي بعد { $time }
    [named] ضبط { $name } الرسائل الجديدة لتختفي بعد { $time }
   *[nobody] تم ضبط الرسائل الجديدة لتختفي بعد { $time }
}
notice-timer-off = { $actor ->
    [you] أوقفت الرسائل ذاتية الاختفاء
    [named] أوقف { $name } الرسائل ذاتية الاختفاء
   *[nobody] تم إيقاف الرسائل ذاتية الاختفاء
}
notice-timer = { $actor ->
    [you] غيّرت المدة التي تختفي بعدها الرسائل الجديدة
    [named] غيّر { $name } المدة التي تختفي بعدها الرسائل الجديدة
   *[nobody] تم تغيير المدة التي تختفي بعدها الرسائل الجديدة
}
notice-timer-default = { $state ->
    [on] توجد هنا مدة افتراضية: تختفي الرسائل الجديدة بعد { $time }
    [off] المدة الافتراضية للرسائل ذاتية الاختفاء متوقفة هنا
   *[unknown] توجد هنا مدة افتراضية للرسائل ذاتية الاختفاء
}
notice-kept = الرسائل التي يحتفظ بها شخص لا تختفي من هذه الدردشة
notice-pinned = { $actor ->
    [you] ثبّتَّ رسالة
    [named] ثبّت { $name } رسالة
   *[nobody] تم تثبيت رسالة
}

## Encryption, businesses, services
notice-encrypted = الرسائل والمكالمات في هذه الدردشة مشفَّرة تمامًا بين الطرفين
notice-protection = أخبر WhatsApp هنا كيف تُحمى رسائل هذه الدردشة
notice-business = { $subject ->
    [named] { $count ->
        [zero] { $who }: حساب أعمال
        [one] { $who } حساب أعمال
        [two] { $who } حسابا أعمال
        [few] { $who } حسابات أعمال
        [many] { $who } حسابات أعمال
       *[other] { $who } حسابات أعمال
    }
   *[nobody] هذا حساب أعمال
}
notice-business-official = { $subject ->
    [named] { $count ->
        [zero] { $who }: حساب أعمال رسمي
        [one] { $who } حساب أعمال رسمي
        [two] { $who } حسابا أعمال رسميان
        [few] { $who } حسابات أعمال رسمية
        [many] { $who } حسابات أعمال رسمية
       *[other] { $who } حسابات أعمال رسمية
    }
   *[nobody] هذا حساب أعمال رسمي
}
notice-business-over = { $subject ->
    [named] { $count ->
        [zero] لم يعد { $who } حساب أعمال
        [one] لم يعد { $who } حساب أعمال
        [two] لم يعد { $who } حسابي أعمال
        [few] لم يعد { $who } حسابات أعمال
        [many] لم يعد { $who } حسابات أعمال
       *[other] لم يعد { $who } حسابات أعمال
    }
   *[nobody] لم يعد هذا حساب أعمال
}
notice-business-meta = يستخدم هذا النشاط التجاري خدمة من Meta لدردشاته
notice-business-terms = أخبر WhatsApp هنا عن هذا النشاط التجاري وعن خدمات Meta
notice-ai = أخبر WhatsApp هنا عن الرسائل مع الذكاء الاصطناعي الخاص به
notice-hidden = ملاحظة داخلية لا يعرضها WhatsApp نفسه أبدًا

## Calls and events
notice-group-call = { $actor ->
    [you] بدأت مكالمة جماعية
    [named] بدأ { $name } مكالمة جماعية
   *[nobody] بدأت مكالمة جماعية في المجموعة
}
notice-event = { $actor ->
    [you] غيّرت مناسبة
    [named] غيّر { $name } مناسبة
   *[nobody] تم تغيير مناسبة
}

## Communities
notice-linked = { $group ->
    [named] { $actor ->
        [you] أضفت { $groups } إلى المجتمع
        [named] أضاف { $name } { $groups } إلى المجتمع
       *[nobody] تمت إضافة { $groups } إلى المجتمع
    }
   *[nobody] { $actor ->
        [you] أضفت مجموعة إلى المجتمع
        [named] أضاف { $name } مجموعة إلى المجتمع
       *[nobody] تمت إضافة مجموعة إلى المجتمع
    }
}
notice-unlinked = { $group ->
    [named] { $actor ->
        [you] أزلت { $groups } من المجتمع
        [named] أزال { $name } { $groups } من المجتمع
       *[nobody] تمت إزالة { $groups } من المجتمع
    }
   *[nobody] { $actor ->
        [you] أزلت مجموعة من المجتمع
        [named] أزال { $name } مجموعة من المجتمع
       *[nobody] تمت إزالة مجموعة من المجتمع
    }
}
notice-community-admin = { $who-is ->
    [you] أصبحت مشرفًا على المجتمع
    [named] { $count ->
        [zero] { $who }: الإشراف على المجتمع
        [one] أصبح { $who } مشرفًا على المجتمع
        [two] أصبح { $who } مشرفَين على المجتمع
        [few] أصبح { $who } مشرفين على المجتمع
        [many] أصبح { $who } مشرفين على المجتمع
       *[other] أصبح { $who } مشرفين على المجتمع
    }
   *[nobody] أصبح شخص مشرفًا على المجتمع
}
notice-no-community-admin = { $who-is ->
    [you] لم تعد مشرفًا على المجتمع
    [named] { $count ->
        [zero] { $who }: انتهى الإشراف على المجتمع
        [one] لم يعد { $who } مشرفًا على المجتمع
        [two] لم يعد { $who } مشرفَين على المجتمع
        [few] لم يعد { $who } مشرفين على المجتمع
        [many] لم يعد { $who } مشرفين على المجتمع
       *[other] لم يعد { $who } مشرفين على المجتمع
    }
   *[nobody] لم يعد شخص مشرفًا على المجتمع
}
notice-community = تغيّر شيء في هذا المجتمع (إشعار { $number })

## Many at once
notice-folded = { $count ->
    [zero] لا إشعارات أمان
    [one] إشعار أمان واحد
    [two] إشعارا أمان
    [few] { $countText } إشعارات أمان
    [many] { $countText } إشعار أمان
   *[other] { $countText } إشعار أمان
}
notice-folded-any = { $count ->
    [zero] لا إشعارات
    [one] إشعار واحد
    [two] إشعاران
    [few] { $countText } إشعارات
    [many] { $countText } إشعارًا
   *[other] { $countText } إشعار
}
notice-unfold = عرضها
notice-fold = إخفاؤها
