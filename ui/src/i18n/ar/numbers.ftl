numbers-title = الأعداد
