numbers-title = Zahlen
