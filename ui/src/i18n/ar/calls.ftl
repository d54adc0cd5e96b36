calls-title = المكالمات
