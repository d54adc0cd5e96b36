gallery-title = الصور والملفات
