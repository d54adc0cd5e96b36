numbers-title = Cifras
