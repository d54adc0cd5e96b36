gallery-title = Fotos und Dateien
