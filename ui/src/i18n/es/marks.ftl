marks-title = Mis marcas
