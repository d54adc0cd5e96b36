gallery-title = Fotos y archivos
